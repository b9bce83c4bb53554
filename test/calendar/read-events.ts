import ICAL from 'ical.js'

/** A meeting as a client lists it: instants in UTC, whole seconds. */
export interface ListedEvent {
  readonly uid: string
  readonly startsAt: string
  readonly endsAt: string
  readonly status: string
  readonly summary: string
}

/** All that the feed says of an event beside. */
export interface ReadEvent extends ListedEvent {
  readonly description: string
  readonly location: string
  readonly url: string
  readonly conference: string
  readonly transparency: string
  readonly sequence: number
  readonly stamp: string
  readonly lastModified: string
}

/** The calendar itself, as ical.js reads it. */
export function readCalendar(text: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0])
}

/** The events of a feed in its order, as ical.js, the reader of Thunderbird, reads them. */
export function readEvents(text: string): readonly ReadEvent[] {
  if (text === '') return []
  return readCalendar(text)
    .getAllSubcomponents('vevent')
    .map((component) => {
      const value = (name: string) => String(component.getFirstPropertyValue(name) ?? '')
      const instant = (name: string) => {
        const time = component.getFirstPropertyValue(name)
        if (!(time instanceof ICAL.Time)) return ''
        return time.toJSDate().toISOString().replace('.000Z', 'Z')
      }
      return {
        uid: value('uid'),
        startsAt: instant('dtstart'),
        endsAt: instant('dtend') || instant('dtstart'),
        status: value('status'),
        summary: value('summary'),
        description: value('description'),
        location: value('location'),
        url: value('url'),
        conference: value('conference'),
        transparency: value('transp'),
        sequence: Number(value('sequence')),
        stamp: instant('dtstamp'),
        lastModified: instant('last-modified'),
      }
    })
}
