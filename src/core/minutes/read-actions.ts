import { isOfEarlierMeeting, readActionMarker, saysNothing } from './action-markers.ts'
import { namesOwners, ownersOf } from './action-owners.ts'
import { findCommitments, isNobody, startsWithWork } from './commitments.ts'
import { dropRepeatedActions, type FoundAction } from './same-action.ts'
import type { Action, Attendee } from './minutes-record.ts'
import { indexPeople, type PeopleIndex } from './people-index.ts'
import { plainText } from './plain-text.ts'
import type { Block } from './read-blocks.ts'
import type { Section } from './read-sections.ts'
import { splitSentences, type Sentence } from './split-sentences.ts'
import type { SectionRole } from './words.ts'

/** Where nobody promises anything that counts. */
const NO_ACTIONS: readonly SectionRole[] = ['standup', 'links', 'attendees', 'absent', 'invited', 'logistics']
const DONE =
  /^\W*(?:done|completed|complete|fixed)\b|[-–—(:*]\s*(?:done|completed?|closed|fixed|merged|issue already present)\b\W*\S{0,80}$|\b(?:is|was|been) (?:done|completed)\W*$/i
const STRUCK = /^~~.*~~$/
const LONGEST_ACTION = 600

/** The block that an action stands in, and whom the list or the marker around it names. */
interface Origin {
  readonly block: Block
  readonly owner?: string | undefined
}

interface Reading {
  readonly people: PeopleIndex
  readonly found: FoundAction[]
}

/** Collects what somebody has promised or was given to do, each once. */
export function readActions(sections: readonly Section[], attendees: readonly Attendee[]): Action[] {
  const reading: Reading = { people: indexPeople(attendees, speakersOf(sections)), found: [] }
  for (const section of sections) {
    const { role, context, within } = section
    if (
      NO_ACTIONS.some((one) => within.has(one)) &&
      role !== 'agenda' &&
      role !== 'actions' &&
      role !== 'repository'
    )
      continue
    if (within.has('previous')) readBoxes(section, reading)
    else if (context === 'actions') readActionList(section.blocks, reading)
    else readNotes(section, reading)
  }
  return dropRepeatedActions(reading.found)
}

/** Who speaks more than once: `Ada: …`. */
function speakersOf(sections: readonly Section[]): string[] {
  const counts = new Map<string, number>()
  for (const block of sections.flatMap((section) => section.blocks)) {
    const speaker = block.text.includes(':') ? (splitSentences(block)[0]?.speaker ?? null) : null
    if (speaker !== null && !isNobody(speaker)) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count > 1).map(([speaker]) => speaker)
}

/** Of the actions of meetings before, those with a box, which says whether they are done. */
function readBoxes({ blocks }: Section, reading: Reading): void {
  for (const block of blocks) if (block.checked !== undefined) take(reading, wholeOf(block), { block })
}

/** A list of actions: every item is one; below a name, every item of its list. Items nested deeper are details unless they promise. */
function readActionList(blocks: readonly Block[], reading: Reading): void {
  let owner: { readonly name: string; readonly level: number } | undefined
  let item: Block | undefined
  for (const block of blocks) {
    if (owner !== undefined && block.level <= owner.level) owner = undefined
    if (block.kind === 'text' && block.level === 0) readActionLines(block, reading)
    if (block.kind !== 'item' && block.kind !== 'row') continue
    const whole = wholeOf(block)
    const label =
      /^([^:]{1,40}):$/.exec(whole.text)?.[1] ?? (reading.people.knows(whole.text) ? whole.text : undefined)
    if (label !== undefined) {
      owner = { name: namesOwners(label, reading.people) ? label : '', level: block.level }
      continue
    }
    const isDetail = item !== undefined && block.level > item.level && owner === undefined
    if (isDetail && block.checked === undefined && !promises(block, reading.people)) continue
    take(reading, whole, { block, owner: owner?.name })
    item = isDetail ? item : block
  }
}

/** Lines without bullets below `Action items:`: those that name somebody, or begin with the work. */
function readActionLines(block: Block, reading: Reading): void {
  for (const sentence of splitSentences(block)) {
    const owners = ownersOf(sentence, reading.people)
    const counts =
      owners.length > 0 || startsWithWork(sentence.text) || readActionMarker(sentence.text) !== undefined
    if (counts && !sentence.text.endsWith(':')) take(reading, sentence, { block })
  }
}

function promises(block: Block, people: PeopleIndex): boolean {
  return splitSentences(block).some((sentence) => findCommitments(sentence, people).length > 0)
}

/** Notes: boxes, marked lines with the lists below them, and sentences that promise. */
function readNotes(section: Section, reading: Reading): void {
  let label: number | undefined
  for (const block of section.blocks) {
    if (label !== undefined && (block.kind !== 'item' || block.level <= label)) label = undefined
    if (label !== undefined) {
      if (block.level === label + 1 || block.checked !== undefined) take(reading, wholeOf(block), { block })
      continue
    }
    const text = plainText(block.text)
    if (readActionMarker(text)?.text === '') label = block.level
    else if (block.checked !== undefined && !isAgendaBox(block, section))
      take(reading, wholeOf(block), { block })
    else readSentences(block, section, reading)
  }
}

/** A box before an item of the agenda says that it was discussed. */
function isAgendaBox(block: Block, { within, context }: Section): boolean {
  return (
    block.level === 0 &&
    (within.has('agenda') || within.has('announcements') || context === 'repository' || context === 'updates')
  )
}

function readSentences(block: Block, section: Section, reading: Reading): void {
  if (block.kind === 'heading' || block.kind === 'rule') return
  const { people } = reading
  for (const sentence of splitSentences(block)) {
    if (isOfEarlierMeeting(sentence.text)) continue
    const marker = readActionMarker(sentence.text)
    if (marker !== undefined) {
      take(reading, { ...sentence, text: marker.text }, { block, owner: marker.owner ?? undefined })
      continue
    }
    const owners = [
      ...new Set(
        findCommitments(spoken(sentence, people), people).flatMap((one) =>
          one.owners.length === 0 ? [''] : one.owners,
        ),
      ),
    ]
    const named = owners.filter((owner) => owner !== '')
    if (owners.length === 0 || (section.within.has('next') && named.length === 0)) continue
    reading.found.push({
      text: sentence.text,
      owners: named,
      done: false,
      line: sentence.line,
      marked: false,
    })
  }
}

/** The sentence with its speaker, where `Ada, …` addresses somebody whom the file knows. */
function spoken(sentence: Sentence, people: PeopleIndex): Sentence {
  const { speaker, addressed } = sentence
  return speaker === null && addressed !== undefined && people.knows(addressed)
    ? { ...sentence, speaker: addressed }
    : sentence
}

function wholeOf(block: Block): Sentence {
  return { text: plainText(block.text), line: block.line, speaker: null }
}

/** Takes a line as an action, whatever it says, unless it says that there is nothing to do. */
function take(reading: Reading, sentence: Sentence, { block, owner }: Origin): void {
  const marker = readActionMarker(sentence.text)
  const text = marker === undefined || marker.text === '' ? sentence.text : marker.text
  if (saysNothing(text) || text.length > LONGEST_ACTION) return
  const who = owner ?? marker?.owner ?? ''
  const owners = who === '' ? ownersOf({ ...sentence, text }, reading.people) : [reading.people.ownerOf(who)]
  const done = block.checked === true || DONE.test(text) || STRUCK.test(block.text)
  reading.found.push({ text, owners, done, line: sentence.line, marked: true })
}
