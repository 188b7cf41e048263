/** The mini program is one package: WeChat loads it whole, and never a part of another version. */
export function watchNewBuild(): void {}
