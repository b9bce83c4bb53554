import { readActionMarker, saysNothing } from './action-markers.ts'
import { findCommitments, splitNames } from './commitments.ts'
import { isSameAction } from './same-action.ts'
import type { Action, Attendee } from './minutes-record.ts'
import { indexPeople, type PeopleIndex } from './people-index.ts'
import { plainText } from './plain-text.ts'
import type { Block } from './read-blocks.ts'
import type { Section } from './read-sections.ts'
import { splitSentences, type Sentence } from './split-sentences.ts'
import type { SectionRole } from './words.ts'

/** Where nobody promises anything that counts. */
const NO_ACTIONS: readonly SectionRole[] = [
  'standup',
  'links',
  'attendees',
  'absent',
  'invited',
  'logistics',
  'next',
]
const DONE =
  /(?:^\W*(?:done|completed|complete|fixed)\b|[-–—(:*]\s*(?:done|completed?|closed|fixed|merged|issue already present)\b\W*\S{0,80}$|\b(?:is|was|been) (?:done|completed)\W*$)/i
const LEADING_OWNERS =
  /^(@?[\p{L}@][\p{L}\p{M}\p{N}'’.@_-]*(?: [\p{Lu}][\p{L}\p{M}'’.-]*){0,2}(?:(?:, | and | ?& ?| ?\/ ?)@?[\p{Lu}@][\p{L}\p{M}\p{N}'’.@_-]*(?: [\p{Lu}][\p{L}\p{M}'’.-]*)?)*)\s*(?::|\s[-–—]|,)\s+\S/u
const TRAILING_OWNERS =
  /(?:\s[-–—]+\s*|[([]\s*)(?:@|owners?: ?|assigned to:? ?)?([@\p{Lu}][\p{L}\p{M}\p{N}'’@., &/_-]{1,60}?)\s*[)\]]?[\s.]*(?:-+ \w+)?$/u

interface Reading {
  readonly people: PeopleIndex
  readonly actions: Action[]
}

/** Collects what somebody has promised or was given to do, each once. */
export function readActions(sections: readonly Section[], attendees: readonly Attendee[]): Action[] {
  const reading: Reading = { people: indexPeople(attendees, speakersOf(sections)), actions: [] }
  for (const section of sections) {
    if (
      NO_ACTIONS.some(
        (role) => section.within.has(role) && role !== section.role && section.role !== 'agenda',
      )
    )
      continue
    if (NO_ACTIONS.includes(section.role)) continue
    if (section.within.has('previous')) readOpenBoxes(section, reading)
    else if (section.context === 'actions') readActionList(section.blocks, reading)
    else readNotes(section, reading)
  }
  return withoutRepeats(reading.actions)
}

function speakersOf(sections: readonly Section[]): string[] {
  const counts = new Map<string, number>()
  for (const block of sections.flatMap((section) => section.blocks)) {
    for (const { speaker } of block.text.includes(':') ? splitSentences(block).slice(0, 1) : []) {
      if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
    }
  }
  return [...counts].filter(([, count]) => count > 1).map(([speaker]) => speaker)
}

/** Of the actions of meetings before, those that are still open. */
function readOpenBoxes({ blocks }: Section, reading: Reading): void {
  for (const block of blocks) if (block.checked === false) push(reading, block, plainText(block.text))
}

/** A list of actions: every item is one; below a name or a label, every item of its list. */
function readActionList(blocks: readonly Block[], reading: Reading): void {
  let owner: { readonly name: string; readonly level: number } | undefined
  let item: Block | undefined
  for (const block of blocks) {
    if (owner !== undefined && block.level <= owner.level) owner = undefined
    const text = plainText(block.text)
    if (block.kind === 'text' && block.level === 0) {
      for (const sentence of splitLines(block)) pushMarked(reading, { ...sentence }, block)
      continue
    }
    if (block.kind !== 'item' || text === '') continue
    const label = /^([^:]{1,40}):$/.exec(text)?.[1] ?? (reading.people.knows(text) ? text : undefined)
    if (label !== undefined) {
      owner = { name: reading.people.knows(label) || /^@/.test(label) ? label : '', level: block.level }
      continue
    }
    const isDetail = item !== undefined && block.level > item.level && owner === undefined
    if (isDetail && block.checked === undefined && findAll(block, reading.people).length === 0) continue
    push(reading, block, text, owner?.name)
    item = isDetail ? item : block
  }
}

function splitLines(block: Block): Sentence[] {
  const sentences = splitSentences(block)
  return sentences.filter((one) => one.text.length < 400)
}

function findAll(block: Block, people: PeopleIndex) {
  return splitSentences(block).flatMap((sentence) => findCommitments(sentence, people))
}

/** Notes: boxes, marked lines with the lists below them, and sentences that promise. */
function readNotes(section: Section, reading: Reading): void {
  let listBelow: number | undefined
  for (const block of section.blocks) {
    const below = listBelow !== undefined && block.kind === 'item' && block.level > listBelow
    if (!below) listBelow = undefined
    const text = plainText(block.text)
    if (below) {
      if (block.level === (listBelow ?? 0) + 1 || block.checked !== undefined) push(reading, block, text)
      continue
    }
    const marker = block.kind === 'item' || block.kind === 'text' ? readActionMarker(text) : undefined
    if (marker?.text === '') {
      listBelow = block.level
      continue
    }
    if (block.checked !== undefined && !isAgendaBox(block, section)) push(reading, block, text)
    else readSentences(block, reading)
  }
}

/** A box before an item of the agenda says that it was discussed. */
function isAgendaBox(block: Block, { within, context }: Section): boolean {
  return (
    block.level === 0 &&
    (within.has('agenda') || within.has('announcements') || context === 'repository' || context === 'updates')
  )
}

function readSentences(block: Block, reading: Reading): void {
  if (block.kind === 'heading' || block.kind === 'rule') return
  let marked = false
  for (const sentence of splitSentences(block)) {
    const marker = readActionMarker(sentence.text)
    if (marker !== undefined) {
      marked = true
      if (!saysNothing(marker.text))
        pushMarked(reading, { ...sentence, text: marker.text }, block, marker.owner ?? undefined)
      continue
    }
    const found = findCommitments(sentence, reading.people)
    if (found.length > 0)
      reading.actions.push({
        text: sentence.text,
        owners: unique(found.flatMap((one) => one.owners)),
        done: marked && DONE.test(sentence.text),
        line: sentence.line,
      })
  }
}

function pushMarked(reading: Reading, sentence: Sentence, block: Block, owner?: string): void {
  if (saysNothing(sentence.text)) return
  const owners = owner === undefined ? ownersOf(sentence, reading.people) : [reading.people.ownerOf(owner)]
  reading.actions.push({
    text: sentence.text,
    owners,
    done: block.checked === true || DONE.test(sentence.text),
    line: sentence.line,
  })
}

function push(reading: Reading, block: Block, text: string, owner?: string): void {
  const marker = readActionMarker(text)
  const words = marker === undefined || marker.text === '' ? text : marker.text
  if (saysNothing(words)) return
  const sentence: Sentence = { text: words, line: block.line, speaker: null }
  const named =
    owner === undefined || owner === '' ? ownersOf(sentence, reading.people) : [reading.people.ownerOf(owner)]
  reading.actions.push({
    text: words,
    owners: named,
    done: block.checked === true || DONE.test(words) || /^~~.*~~$/.test(block.text),
    line: block.line,
  })
}

/** Who has to act: by what the sentence promises, by the names before its colon, by those at its end. */
function ownersOf(sentence: Sentence, people: PeopleIndex): string[] {
  const promised = unique(findCommitments(sentence, people).flatMap((one) => one.owners))
  if (promised.length > 0) return promised
  const known = (names: string | undefined) =>
    names === undefined ? [] : splitNames(names).filter((name) => people.knows(name) || name.startsWith('@'))
  const leading = known(LEADING_OWNERS.exec(sentence.text)?.[1] ?? sentence.speaker ?? undefined)
  const first =
    leading.length > 0
      ? leading
      : known(/^(@[\w-]+(?:(?:,| and| &|,? @)+ ?@[\w-]+)*)/.exec(sentence.text)?.[1])
  const found = first.length > 0 ? first : known(TRAILING_OWNERS.exec(sentence.text)?.[1])
  const opening =
    found.length > 0
      ? found
      : known(/^(@?[\p{Lu}][\p{L}\p{M}'’-]+(?: [\p{Lu}][\p{L}'’-]*)?)(?= )/u.exec(sentence.text)?.[1])
  return unique(opening.map((name) => people.ownerOf(name)))
}

function unique(owners: readonly string[]): string[] {
  return [...new Set(owners)]
}

function withoutRepeats(actions: readonly Action[]): Action[] {
  const kept: Action[] = []
  for (const action of actions) {
    if (!kept.some((other) => isSameAction(other, action))) kept.push(action)
  }
  return kept
}
