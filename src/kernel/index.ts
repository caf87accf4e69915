export { type KernelSource, loadKernel } from './load.ts'
