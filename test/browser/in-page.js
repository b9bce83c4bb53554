/* What the tests run inside the page of a browser; see chart.test.ts. */

const texts = () => [...document.querySelectorAll('g[data-node] text')]

function isInside(text) {
  const rect = text.parentElement.querySelector('rect')
  const box = rect.getBoundingClientRect()
  const baseline = Number(text.getAttribute('y'))
  const words = text.getBoundingClientRect()
  const [top, height] = [rect.y.baseVal.value, rect.height.baseVal.value]
  return words.left >= box.left && words.right <= box.right && baseline > top && baseline < top + height
}

/* Puts another picture in the place of the one that is open, which is much faster than opening its file. */
globalThis.putSvg = (source) => {
  const { documentElement } = new DOMParser().parseFromString(source, 'image/svg+xml')
  document.replaceChild(document.adoptNode(documentElement), document.documentElement)
}

globalThis.seeSvg = () => ({
  root: document.documentElement.tagName,
  errors: document.querySelectorAll('parsererror').length,
  title: document.querySelector('title')?.textContent,
  labelledBy: document.documentElement.getAttribute('aria-labelledby'),
  description: document.querySelector('desc')?.textContent,
  nodes: document.querySelectorAll('g[data-node]').length,
  lines: document.querySelectorAll('path[marker-end]').length,
  outside: texts()
    .filter((text) => !isInside(text))
    .map((text) => text.textContent),
  active: document.querySelectorAll('script, a, image, foreignObject, [onload], [onclick], [onerror]').length,
})

globalThis.countOverlaps = () => {
  const boxes = [...document.querySelectorAll('g[data-node] rect')].map((rect) =>
    rect.getBoundingClientRect(),
  )
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
  ).length
}

globalThis.seeColours = () =>
  [...document.querySelectorAll('g[data-node]')].map((node) => [
    getComputedStyle(node.querySelector('text')).fill,
    getComputedStyle(node.querySelector('rect')).fill,
  ])

globalThis.drawMermaid = async (source) => {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })
  const { diagramType } = await mermaid.parse(source)
  const { svg } = await mermaid.render('drawn', source)
  const host = document.createElement('div')
  host.innerHTML = svg
  return {
    diagramType,
    labels: [...host.querySelectorAll('.node')].map((node) => node.textContent.replace(/\s+/g, ' ').trim()),
    edges: host.querySelectorAll('.edgePaths path').length,
    active: host.querySelectorAll('a, script, image, [onerror]').length,
  }
}
