/** A feed as people subscribe to it. */
export interface SubscribedFeed {
  readonly name: string
  /** Where it is published, `https:`. */
  readonly address: string
}

/** A program in which a link subscribes to a feed. */
export interface SubscribeLink {
  readonly program: string
  readonly url: string
}

/**
 * The links that subscribe to a feed. Google takes the address with `webcal:` and nothing else surely; Outlook takes `https:` and the name
 * that the calendar gets.
 */
export function subscribeLinks({ name, address }: SubscribedFeed): readonly SubscribeLink[] {
  const webcal = address.replace(/^https?:/i, 'webcal:')
  const query = `url=${encodeURIComponent(address)}&name=${encodeURIComponent(name)}`
  return [
    { program: 'Apple, Thunderbird and others', url: webcal },
    {
      program: 'Google Calendar',
      url: `https://calendar.google.com/calendar/render?cid=${encodeURIComponent(webcal)}`,
    },
    { program: 'Outlook.com', url: `https://outlook.live.com/calendar/0/addfromweb?${query}` },
    { program: 'Microsoft 365', url: `https://outlook.office.com/calendar/0/addfromweb?${query}` },
  ]
}
