export * from './open-data'
