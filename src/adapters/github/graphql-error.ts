/** An error of GraphQL as GitHub words it. */
export interface GraphqlError {
  readonly type?: string
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions?: { readonly saml_failure?: boolean; readonly code?: string }
}
