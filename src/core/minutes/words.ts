/** What a section of minutes is about. */
export type SectionRole =
  | 'absent'
  | 'actions'
  | 'agenda'
  | 'announcements'
  | 'attendees'
  | 'decisions'
  | 'invited'
  | 'links'
  | 'logistics'
  | 'next'
  | 'notes'
  | 'previous'
  | 'questions'
  | 'repository'
  | 'standup'
  | 'topic'
  | 'updates'

/** Headings by what they mean, small letters; `*` at an end stands for any words. A group can add its own. */
export type HeadingWords = Readonly<Partial<Record<SectionRole, readonly string[]>>>

/** The words of English minutes. Where two patterns fit, the role that stands first here wins; a phrase without `*` wins over one with. */
export const HEADING_WORDS: HeadingWords = {
  previous: phrases(`
    review of *; quick review of *; previous *; last meeting*; last week's *; last time; review; recap;
    follow-up from *; followup; followups; review action items*; review last *; review previous *; prior
    *; action items from *; actions from *; approval of *; approve *minutes; minutes of *; old action
    items; status of action items; carried over; open action items review; action item review;
    outstanding action items
  `),
  next: phrases(`
    upcoming meetings; upcoming meeting; upcoming; next meeting*; next call*; future meetings; for next
    time*; next time; next agenda; next week's agenda; agenda items for future *; agenda for next *;
    schedule constraints; dates and locations*; next week; items for next *
  `),
  absent: phrases(`
    regrets*; apologies*; absent*; absentees; absences; not present; unable to attend; not attending;
    did not attend; excused; missing
  `),
  invited: phrases(`
    invited; invitees; invited *; invitees *
  `),
  attendees: phrases(`
    present; attendees; attendee; participants; participant; participation; attendance; attending;
    attended; roll call; rollcall; in attendance; people; people present; members; members present;
    members *; who was there; who's here; who is here; observers; observer; guests; guest; visitors;
    observers/guests; guests/observers; observers and guests; guests and observers; present *; attendees
    *; *attendees; *attendees *; *attendance; *participants; participants *; observers *; guests *; also
    present; also attending; voting members*; * voting members; committee members*; tsc members*; tac
    members*; in the room; on the call; on the phone; roster; remote; in slack*; in person; present on *
  `),
  actions: phrases(`
    action items; action item; actions; action; next steps; next step; next; todo; todos; to do;
    to-do's; to dos; to-do; to-dos; tasks; task; ai; ais; ai's; next actions; next action; open actions;
    new actions; action points; action list; assignments; action items *; *action items; actions *; next
    steps *; todo *; follow ups; follow-ups; follow-up; follow up; follow-up items; follow up items;
    summary of action items; outcomes and actions; tasks *; *todos
  `),
  decisions: phrases(`
    decisions; decision; resolutions; resolution; agreed; agreements; agreement; outcome; outcomes;
    conclusion; conclusions; verdict; consensus; what we agreed*; what was agreed*; summary of
    resolutions; decisions *; resolutions *; conclusion/resolution; conclusions *; what we decided*
  `),
  agenda: phrases(`
    agenda; agenda items; agenda item; topics; topic; agenda topics; today's agenda; todays agenda;
    meeting agenda; proposed agenda; tentative agenda; discussion topics; discussion items; items;
    issues; issues and pull requests; issues and prs; pull requests; proposals and discussions; agenda
    *; new business; old business; agenda/minutes; agenda & minutes; agenda and minutes; agenda and
    notes; triage; discussion list
  `),
  notes: phrases(`
    minutes; notes; discussion; discussions; meeting notes; meeting minutes; discussion notes; raw
    notes; proceedings; summary; transcript; notes *; detailed notes; meeting log; meeting summary;
    tl;dr; tldr; log
  `),
  links: phrases(`
    links; meeting links; useful links; references; resources; recording; recordings; meeting assets
  `),
  announcements: phrases(`
    announcements; announcement; reminders; reminder; dates and reminders; news; announcements *;
    general updates
  `),
  standup: phrases(`
    standup; stand up; stand-up; standups; stand-ups; mini stand-up; mini standup; quick stand-up; quick
    standup; quick stand up; daily standup; statuses; availability *; introductions; introduction;
    intros; standup *; round table; roundtable; check-in; check in; checkin; icebreaker; individual
    updates
  `),
  updates: phrases(`
    cpc and board meeting updates; board meeting updates; staff updates; strategic initiatives;
    initiatives; next week's working session; regular reviews; workgroup update; wg update; wg updates;
    status updates; status update; status; working group updates; workgroup updates; team updates;
    project updates; sub-team updates; *board meeting updates; * working session; dates and reminders *;
    updates
  `),
  questions: phrases(`
    q&a; q/a; qa; q & a; q&a*; q/a *; q&a, other; questions; questions *; other; any other business;
    aob; other business; misc; miscellaneous; open floor; open discussion; public q&a; other *; closing;
    wrap up
  `),
  logistics: phrases(`
    logistics; registration; dial-in*; where; when; time; date/time; location; joining the meeting;
    call-in *; meeting info; meeting information; antitrust *; anti-trust *; code of conduct*; ipr *;
    zoom *; housekeeping; public participation; venue; moderator; note taker; scribe; chair
  `),
}

/** Phrases with semicolons between. */
function phrases(list: string): readonly string[] {
  return list
    .split(/;\s+/)
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '')
}
