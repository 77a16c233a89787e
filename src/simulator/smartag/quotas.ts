/** Gateways of an account. Source: quota page, current. */
export const GATEWAY_QUOTA = 500;
/** CCNs of an account, not adjustable. Source: quota page, current. */
export const CCN_QUOTA = 10;
/** On-premises prefixes of a gateway. Source: quota page, current; 5 in 2021. */
export const CIDR_QUOTA = 10;
/** Prefixes of a CCN. Source: quota page, current. */
export const CCN_CIDR_QUOTA = 5;
