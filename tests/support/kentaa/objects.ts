/** Objects as Kentaa has them (kentaa.md §3 and §4), with people who do not exist. */

export type KentaaObject = Readonly<Record<string, unknown>> & { readonly id: number };

/** As an API has it: whole seconds, with a Z. */
export const stamp = (instant: string): string => new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');

const SITE = 6;

export function donation(at: string, fields: KentaaObject): KentaaObject {
  return {
    public_id: `d${fields.id}`.padEnd(12, 'x'),
    site_id: SITE,
    created_at: stamp(at),
    updated_at: stamp(at),
    first_name: 'Marijke',
    infix: 'van der',
    last_name: 'Veen',
    anonymous: false,
    contact_details_type: 'visible',
    email: 'marijke.vdveen@voorbeeld.example',
    newsletter: false,
    device_type: 'mobile',
    locale: 'nl',
    frequency_type: 'oneoff',
    currency: 'EUR',
    amount: '25.0',
    donation_amount: '25.0',
    transaction_costs: '0.4',
    start_donation: false,
    registration_fee: false,
    company_registration_fee: false,
    total_amount: '25.4',
    receivable_amount: '24.0',
    countable: true,
    invoicenumber: `T2026.0006.0${fields.id}`,
    payment_method: 'ideal',
    payment_status: 'paid',
    payment_status_at: stamp(at),
    transaction_id: `B5C7B7BCAF1ADF6E20${fields.id}`,
    payment_id: `116D10DD544ECD1E2D${fields.id}`,
    payment_description: 'Donatie Voorbeeldloop',
    account_iban: 'NL02ABNA0123456789',
    account_bic: 'ABNANL2A',
    account_name: 'M. van der Veen',
    target_url: 'https://voorbeeld.example/actie/jan-de-loper',
    questions: [],
    consents: [],
    ...fields,
  };
}

export function manualDonation(at: string, fields: KentaaObject): KentaaObject {
  return {
    site_id: SITE,
    created_at: stamp(at),
    updated_at: stamp(at),
    first_name: 'Collecte',
    infix: '',
    last_name: 'Buurthuis',
    anonymous: false,
    email: 'buurthuis@voorbeeld.example',
    currency: 'EUR',
    amount: '100.0',
    countable: true,
    target_url: 'https://voorbeeld.example/actie/jan-de-loper',
    ...fields,
  };
}

export function recurringDonor(at: string, fields: KentaaObject): KentaaObject {
  return {
    site_id: SITE,
    created_at: stamp(at),
    updated_at: stamp(at),
    first_name: 'Ahmed',
    infix: '',
    last_name: 'Yilmaz',
    anonymous: false,
    email: 'ahmed@voorbeeld.example',
    locale: 'nl',
    frequency_type: 'monthly',
    start_date: at.slice(0, 10),
    active: true,
    currency: 'EUR',
    amount: '10.0',
    transaction_costs: '0.4',
    total_amount: '10.4',
    ...fields,
  };
}

export function action(at: string, fields: KentaaObject): KentaaObject {
  return {
    slug: 'jan-de-loper',
    site_id: SITE,
    project_id: 31,
    created_at: stamp(at),
    updated_at: stamp(at),
    owner: { id: 802, first_name: 'Jan', last_name: 'Loper', email: 'jan.loper@voorbeeld.example' },
    who_type: 'owner',
    first_name: 'Jan',
    last_name: 'Loper',
    fundraiser_page: true,
    title: 'Jan loopt 40 km',
    description: '<p>Voor <b>iedereen</b>.</p>',
    has_target_amount: true,
    target_amount: 1000,
    total_amount: '425.0',
    total_donations: 17,
    target_amount_achieved: false,
    visible: true,
    countable: true,
    closed: false,
    ended: false,
    previous_participations: 1,
    url: 'https://voorbeeld.example/actie/jan-de-loper',
    donate_url: 'https://voorbeeld.example/actie/jan-de-loper/donate',
    tickets: [],
    photos: [],
    questions: [],
    consents: [],
    ...fields,
  };
}

export function project(at: string, fields: KentaaObject): KentaaObject {
  return {
    slug: 'voorbeeldloop-2026',
    site_id: SITE,
    created_at: stamp(at),
    updated_at: stamp(at),
    title: 'Voorbeeldloop 2026',
    target_amount: 250_000,
    total_amount: '81250.0',
    total_donations: 3118,
    closed: false,
    ended: false,
    url: 'https://voorbeeld.example/project/voorbeeldloop-2026',
    ...fields,
  };
}

export function user(at: string, fields: KentaaObject): KentaaObject {
  return {
    site_id: SITE,
    created_at: stamp(at),
    updated_at: stamp(at),
    first_name: 'Jan',
    last_name: 'Loper',
    email: 'jan.loper@voorbeeld.example',
    street: 'Hoofdweg',
    house_number: '1',
    address: 'Hoofdweg 1',
    zipcode: '1234AB',
    city: 'Utrecht',
    country: 'NL',
    phone: '0302345678',
    gender: 'male',
    locale: 'nl',
    consents: [],
    ...fields,
  };
}

export function subscription(at: string, fields: KentaaObject): KentaaObject {
  return {
    site_id: SITE,
    created_at: stamp(at),
    updated_at: stamp(at),
    first_name: 'Marijke',
    infix: 'van der',
    last_name: 'Veen',
    email: 'marijke.vdveen@voorbeeld.example',
    locale: 'nl',
    subscription_url: 'https://voorbeeld.example',
    consents: [phoneConsent(at, 'granted', 'newsletter_subscription')],
    ...fields,
  };
}

/** Of calls, unless another is named. */
export function phoneConsent(at: string, status: 'granted' | 'revoked', type = 'contact_phone') {
  return {
    consent_type: type,
    consent_status: status,
    granted_at: stamp(at),
    ...(status === 'revoked' ? { revoked_at: stamp(at) } : {}),
    consent_text: 'Ja, jullie mogen mij <a href="/privacy">bellen</a>.',
    url: 'https://voorbeeld.example/donate',
    privacy_version: 'V2 02-01-2026 10:00',
  };
}
