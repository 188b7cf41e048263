import Taro from '@tarojs/taro'

/** Offers to dial; the person may still say no, which is no failure. */
export function callPhone(number: string): void {
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
}
