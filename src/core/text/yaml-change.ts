import type { Document } from 'yaml'
import type { ValuePath } from './yaml.ts'
import type { YamlData } from './yaml-print.ts'

/** What is to become of a YAML file. */
export type YamlChange =
  | {
      readonly kind: 'set'
      /** The way to a mapping, or to a list. */
      readonly path: ValuePath
      /** The key of the mapping, or the index of the list. */
      readonly key: string | number
      readonly value: YamlData
      /** The usual order of the keys: a new key is put behind those that come before it. */
      readonly order?: readonly string[]
    }
  | {
      readonly kind: 'append'
      /** The way to a list; it is made when its mapping has none. */
      readonly path: ValuePath
      readonly values: readonly YamlData[]
    }

/** What a change is made on. */
export interface YamlSourceText {
  readonly text: string
  readonly document: Document
}

/** A piece of text that takes the place of another. */
export interface Splice {
  readonly start: number
  readonly end: number
  /** Whether it is whole lines, which begin where a line begins. */
  readonly wholeLines?: boolean
  /** With `\n` as line end. */
  readonly text: string
}
