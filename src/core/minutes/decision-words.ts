/** How notes say that something was decided. */
export interface DecisionForm {
  readonly name: string
  readonly example: string
  readonly pattern: RegExp
}

/** A line that says of itself that it is a decision; what follows is the decision. */
export const DECISION_MARKER =
  /^[^\p{L}@]*(?:(?:tsc|cpc|group|final|team) )?(?:resolutions?|resolved|decisions?|decided|verdict|outcomes?|conclusions?|agreed|agreements?|consensus|result of (?:the )?vote)\s*(?::|\s[-–—]\s|→)\s*(?=\S)/iu

export const DECISION_FORMS: readonly DecisionForm[] = [
  {
    name: 'consensus',
    example: 'Consensus is to keep the name',
    pattern:
      /(?:^|\b(?:there|there['’]s|is|was|have|has|had|reached|achieved|seems?|be|general|overall|broad|clear|rough|tsc|group|lukewarm|some|mostly|with)(?: a| the| some| general)? )consensus\b(?! (?:as|definition|of consensus|#))|\bconsensus (?:is|was|on|to|that|now|seems|from|of (?:those|the)|reached|in favou?r|around|among)\b/i,
  },
  {
    name: 'no objections',
    example: 'No objections to landing it',
    pattern:
      /\b(?:no|zero|without|were no|are no|weren['’]t any) (?:\w+ )?(?:objections?|disagreements?|dissent|opposition)\b/i,
  },
  {
    name: 'agreed',
    example: 'Agreed to move it',
    pattern:
      /\bagreed\b|\b(?:in|general|initial|overall|broad|rough|full|is|was|were|some|reached|an|strong|common) agreement\b|(?<!membership )\bagreement (?:to|that|on|is|was|not|from|among)\b|\bwe (?:all )?agree (?:to|that|on)\b/i,
  },
  {
    name: 'decided',
    example: 'We decided to wait',
    pattern: /\b(?:decided|decision (?:was|to|that|is (?:to|that|made))|decides)\b/i,
  },
  {
    name: 'resolved',
    example: 'Resolved to merge',
    pattern: /\b(?:resolved (?:to|that|as)|resolution (?:is|was))\b/i,
  },
  {
    name: 'conclusion',
    example: 'The conclusion is that it stays',
    pattern: /\b(?:concluded (?:that|to)|conclusion (?:is|was)|outcome (?:is|was)|verdict (?:is|was))\b/i,
  },
  {
    name: 'vote',
    example: 'The vote passed 5 to 2',
    pattern:
      /\bvot(?:e|es|ed|ing)\b.{0,80}\b(?:pass(?:ed|es)?|to pass|carri(?:ed|es)|approved|unanimous\w*|elected|accepted|rejected)\b|\bunanimous(?:ly)?\b|\bmotion\b.{0,60}\b(?:pass(?:ed|es)?|carri(?:ed|es)|approved|accepted)\b|\bvoted (?:to|for|in favou?r|on|against)\b/i,
  },
  {
    name: 'approved',
    example: 'The proposal is accepted',
    pattern:
      /\b(?:proposal|rfc|request|nomination|motion|charter)s? (?:is|was|are|were|has been) (?:accepted|approved|adopted|rejected|declined|ratified)\b|\bapproved to\b|\bhereby\b/i,
  },
]

/** Words that make of a decision none: not yet, if, who else, one person's opinion. */
export const NOT_DECIDED =
  /(?:\b(?:no|not|without|lack of|any|need|needs|needed|require[sd]?|build|building|reach|seek|seeking|form|forming|get|getting|gain|find|towards?|toward|if|whether|once|until|unless|more|for|requires|waiting for|wait for|want|prefer|achieve|achieving|by|based on|see if|come to|there is no|with|without)|n['’]t) (?:\w+ ){0,2}consensus\b|\bconsensus (?:call|building|seeking|based|model|process)|\b(?:if|unless|whether|ensure|assuming|check|any|as long as|in case|provided|making sure|make sure|sees?|until|hear|ask)\b(?: \w+){0,5} (?:no |any )?(?:objections?|disagreements?)|\bobjections?\?|\b(?:not|never|n['’]t) (?:yet |been |really |fully )?(?:agreed|decided|resolved|in agreement)|\b(?:no|need|get|reach|find|if|get some|come to an|seek) (?:\w+ )?(?:agreement|decision)\b|\bto be (?:agreed|decided|resolved)|\b(?:once|if|when|until|whether|unless|before|after) (?:\w+ ){0,4}(?:agreed|decided|resolved|decision)\b|\bdecision to be\b|\bmake (?:a |the )?decision|\bconsensus[- ](?:seeking|definition|#)|\bconsensus can['’]?t|\bI have no\b|\brequires? (?:no|tsc)\b|\b(?:likely|possible|desired|expected|hoped|best|worst) (?:outcome|conclusion)|\bagreed[.!]*$|\b(?:before|until|once) (?:we|you|they) vote|\bagreed (?:with|budget|terms|upon (?:terms|by))|\b(?:will|can|should|must|could|would) (?:be|have) (?:agreed|decided|resolved)|\b(?:need|needs|have|has|up|still|yet) (?:\w+ )?to (?:be )?decide/i
/** One who agrees to do something promises; one who agrees with somebody has an opinion. */
export const ONE_AGREES =
  /(?:^|[\s,(&])(?!(?:We|All|Everyone|Everybody|Group|Team|Teams|They|Agreed|Both|TSC|CTC|CPC|WG|Board|Members|Participants|Committee|Council|Those|In|At|It|And|Also)\b)(?:@[\w-]+|\p{Lu}[\p{L}'’-]+)(?: \p{Lu}\p{Ll}*\.?)?,? (?:has |have |had |also )*agree[ds]?\b(?! (?:that|we|on))/u
/** What is left of a bare `No objections from those in the meeting!`: it does not say to what. */
export const FILLER =
  /\b(?:no|there|were|was|are|is|seems?|seem|looks?|like|we|have|has|had|be|to|general|broad|rough|overall|consensus|objections?|disagreements?|agreed|agreement|agree|decided|decision|unanimous(?:ly)?|from|by|in|at|on|the|a|an|those|anyone|anybody|people|everyone|everybody|all|present|attend\w*|meeting|call|group|tsc|cpc|team|wg|members?|so|far|this|that|it|was|made|reached|with|of|folks|room|today|and|good|ok|okay|yes|sounds|as|such|seconded|approved|theory|about|some|any|raised|heard|voiced|here|now|still|yet|initial|been)\b/gi
