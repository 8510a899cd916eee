/** The ways through seed/ to every type of the schema, for tests that ask each field which they find by introspection. */

/** How each type is reached from the root, with required arguments filled in: `%` stands for the field under test. */
export const ways: Record<string, string> = {
  Query: '%',
  ActionLine: 'actionLine(id: "C7") { % }',
  Sdg: 'sdg(id: "9") { % }',
  Region: 'region(id: "Africa") { % }',
  Entity: 'entity(id: "ITU") { % }',
  Resolution: 'resolution(id: "A/RES/80/173") { % }',
  Report: 'report(id: "A/76/64") { % }',
  OutcomeDocument: 'document(id: "Tunis Agenda") { ... on OutcomeDocument { % } }',
  OtherDocument: 'resolution(id: "A/RES/80/173") { drafts { % } }',
  Session: 'session(id: "CSTD-30") { % }',
  Event: 'event(id: "event/ga-hlm-2025") { % }',
  CubeCell: 'cube(rows: ENTITY, columns: REGION) { cells { % } }',
  Cube: 'cube(rows: ENTITY, columns: REGION) { % }',
  Ask: 'node(id: "ask/A/RES/80/173/p113") { ... on Ask { % } }',
  Contribution: 'node(id: "contribution/A/76/64-E/2021/11/p18") { ... on Contribution { % } }',
  SdgTarget: 'node(id: "sdg-target/9.c") { ... on SdgTarget { % } }',
};

/** What the required arguments of a field are given. */
export const required: Record<string, string> = {
  links: 'link: PART_OF',
  search: 'query: "information"',
  suggest: 'prefix: "inter"',
  cube: 'rows: ENTITY, columns: REGION',
  lineage: 'id: "A/RES/80/173"',
  paths: 'from: "A/RES/80/173", to: "A/RES/60/252"',
};
