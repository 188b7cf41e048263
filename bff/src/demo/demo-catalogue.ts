import { communityItems } from './catalogue/community-items'
import { demoContent, type DemoItem, type DemoOffer } from './catalogue/demo-item'
import { householdItems } from './catalogue/household-items'
import { insuranceItems } from './catalogue/insurance-items'
import { welfareItems } from './catalogue/welfare-items'

/** Forty-four items, as many as Jintai integrated: twelve of the community's own, the others of the government's. */
export const demoItems: readonly DemoItem[] = [...communityItems, ...welfareItems, ...insuranceItems, ...householdItems]

export { demoContent, type DemoItem, type DemoOffer }
