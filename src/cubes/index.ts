export { Arena } from './arena.ts'
export { type BuiltCube, buildCube, buildCubes, type CubeOptions } from './build.ts'
export { Kept } from './kept.ts'
export {
  type CodeFilter,
  type CountPlan,
  type CountRequest,
  type Moment,
  type SpanRequest,
  type SpanTally,
  spanNumbers,
  type Tally,
} from './request.ts'
export { Cubes } from './store.ts'
export { Threads } from './threads.ts'
