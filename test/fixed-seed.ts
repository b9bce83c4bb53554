import fc from 'fast-check'

/** The same inputs in every run, so that a red test is red for everybody; `WG_SEED=$RANDOM npm test` looks elsewhere. */
fc.configureGlobal({ seed: Number(process.env['WG_SEED'] ?? 20_161_202) })
