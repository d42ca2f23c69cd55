import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ }).max(2048);

const avviso = z.strictObject({
  noticeNumber: z.string().regex(/^\d{18}$/),
  fiscalCode: z.string().regex(/^\d{11}$/),
  /** Cents. */
  amount: z.int().min(1).max(99_999_999_999),
  companyName: z.string().max(140),
  description: z.string().max(140),
});

const comune = {
  emailNotice: z.email().max(254).optional(),
  paymentNotices: z.array(avviso).min(1).max(5),
  idCart: z.string().max(210).optional(),
  allCCP: z.boolean().optional(),
};

/** Body of `POST /carts`, first version: paid, left, failed. */
export const carrelloCheckoutV1 = z.strictObject({
  ...comune,
  returnUrls: z.strictObject({ returnOkUrl: url, returnCancelUrl: url, returnErrorUrl: url }),
});

/** Second version: also where to go while the outcome is not known yet. */
export const carrelloCheckoutV2 = z.strictObject({
  ...comune,
  returnUrls: z.strictObject({ returnOkUrl: url, returnCancelUrl: url, returnErrorUrl: url, returnWaitingUrl: url }),
});

export type CarrelloCheckoutV1 = z.output<typeof carrelloCheckoutV1>;
export type CarrelloCheckoutV2 = z.output<typeof carrelloCheckoutV2>;
export type AvvisoCheckout = z.output<typeof avviso>;
