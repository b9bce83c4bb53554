import type { Nodes, Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter)

/** Reads Markdown as GitHub does, by the whole tree: the judge of what our lighter reader and our writers do. */
export function readMarkdown(text: string): Root {
  return reader.parse(text)
}

/** Every node of a tree, parents first. */
export function allNodes(tree: Nodes): Nodes[] {
  return [tree, ...('children' in tree ? tree.children.flatMap(allNodes) : [])]
}
