/**
 * How the parts of a similarity weigh: logistic regression with a ridge, fitted by `pnpm fit:similar` to the pairs marked
 * `tune` and `held` of `scripts/data/similar-pairs.csv`, each as whole messages and with either title alone.
 */
export const weights = {
  constant: -4.67,
  text: 1.73,
  contained: 1.99,
  title: 3.65,
  place: 1.79,
  otherArea: -1.74,
} as const

/** From which score on two orders are taken for the same: where, on troubles unseen in fitting, 0.8 of them are right. */
export const similarThreshold = 0.35
