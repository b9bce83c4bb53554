/** What follows `will` or `to` and makes it no work: a state, a hope, an opinion. */
export const NO_WORK: ReadonlySet<string> = words(`
  be have need want like see say admit note mention agree disagree defer guess assume hope think
  believe likely probably possibly maybe not never always only the a an this that these those his her
  their its our my your it him them us me there here know miss stay remain happen become seem feel
  love attend away abstain object prefer wonder add-on stop let
`)

/** Work that can be seen when it is done; only this counts where nobody is named. */
export const WORK: ReadonlySet<string> = words(`
  open create file update write draft send email ping ask contact reach follow review add remove merge
  submit pr post comment schedule setup set pair organize organise prepare publish document investigate
  look check propose fix implement share announce collect start bring raise circulate nominate invite
  onboard tag label backport revert reply respond summarize summarise report confirm push move rename
  clean close discuss revisit work capture track land try finalize define talk put migrate
`)

/** Words that start sentences with a capital letter and are nobody. */
export const NOBODY: ReadonlySet<string> = words(`
  volunteer volunteers approval proposes evaluate signal participants onboarded punt seek
  a ability able access according action actions add agenda agree agreed agreement ai aim aims also
  alternative an and another answer answers anybody anything api apis approved are as ask asking at
  attempt attempts back be been being best better board but by call can change changes chrome ci close
  code comcomm commcomm committee cons consensus continue could council cpc create ctc current data
  deadline decision desire did difficult discussion do doc docs documentation does don due easy effort
  efforts everything example examples expected feel fine first folks for foundation free from future
  github goal goals going good google great had happy hard has have he help hopefully how i ibm idea
  ideas if important impossible in intent intention interest interested invitation invited is issue
  issues it item items jenkins just keep last later like likely link links looking major many may
  maybe meeting meetings member members message microsoft might minor minutes more most motion move
  moving must my need needs new next nice no nobody node nodejs nomination nominations not note notes
  nothing notify now npm of ok old on one only open opportunity option options or other others our out
  part parts people perhaps plan planning plans please possible pr preference prior project projects
  proposal propose proposed pros prs question questions reach ready reason reasons related release
  releases relevant remember reminder remove request requests second security seem seems she should
  similar so some somebody someone something soon specific start started step steps still subject
  support supposed sure test tests thank thanks that the then there they thing things third this three
  time to today todo tomorrow tried try trying tsc two unlikely up update updates used user users v8
  version versions vm vms vote votes waiting want wants was way ways we were what when where which who
  why willing with work working works would yes you your
`)

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
