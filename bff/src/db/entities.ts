import 'reflect-metadata'
import { IdempotencyKey } from '../http/idempotency-key.entity'
import { ServiceItemOffer, ServiceItemRow, ServiceItemVersion } from '../modules/catalogue/service-item.entity'
import { ConsentRow } from '../modules/consents/consent.entity'
import { FileRow } from '../modules/files/file.entity'
import {
  Account,
  Membership,
  PasswordAttempts,
  Person,
  SessionRow,
  WechatIdentity,
} from '../modules/identity/identity.entity'
import { ContactViewRow } from '../modules/orders/contact-view.entity'
import { OrderEventRow, OrderEventText } from '../modules/orders/order-event.entity'
import { OrderSecond } from '../modules/orders/order-second.entity'
import { OrderPrivate, OrderRow } from '../modules/orders/order.entity'
import { Org } from '../modules/orgs/org.entity'
import { PlaceRow } from '../modules/places/place.entity'
import { OutboxRow } from '../outbox/outbox.entity'
import { Meta } from './meta.entity'

/** Every table. A new entity is added here and in a migration; the drift test compares the two. */
export const entities = [
  Account,
  PasswordAttempts,
  ConsentRow,
  ContactViewRow,
  FileRow,
  IdempotencyKey,
  Membership,
  Meta,
  OrderEventRow,
  OrderEventText,
  OrderPrivate,
  OrderRow,
  OrderSecond,
  Org,
  OutboxRow,
  Person,
  PlaceRow,
  ServiceItemOffer,
  ServiceItemRow,
  ServiceItemVersion,
  SessionRow,
  WechatIdentity,
]
