/** Pages are made once a day or so: what has ended since then leaves the list of what comes, and `#next` goes to what comes now. */
export function leaveOutPast(now: Date): void {
  const list = document.querySelector('ol.coming')
  if (!list) return
  const meetings = [...list.querySelectorAll<HTMLElement>('li.meeting')]
  const ahead = meetings.filter(({ dataset }) => new Date(dataset['ends'] ?? '') > now)
  if (ahead.length === 0) return
  for (const meeting of meetings) meeting.hidden = !ahead.includes(meeting)
  const next = ahead.find(({ classList }) => !classList.contains('cancelled'))
  if (!next || next.id === 'next') return
  document.getElementById('next')?.removeAttribute('id')
  next.id = 'next'
}
