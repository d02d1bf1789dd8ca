/**
 * The headers under which exports are known to have what we read. Headers are compared as plain words: case, spaces,
 * hyphens and accents make no difference. The first name in each language is what reports call the field. A name that
 * could mean something else ("Bellen", "Donateur") is not here: guessing wrong is worse than asking for a mapping.
 */

/** Names with ", " between them, the best known first. */
interface Names {
  readonly nl: string;
  readonly en: string;
}

export const DONOR_HEADERS = {
  donorNumber: {
    nl: 'Relatienummer, Relatienr, Relatie-id, Donateurnummer, Donateursnummer, Donateur-id, Lidnummer, Klantnummer',
    en: 'Donor number, Donor id, Contact number, Contact id, Constituent id, External id, External identifier, Supporter id',
  },
  organisation: {
    nl: 'Naam organisatie, Organisatie, Organisatienaam, Bedrijfsnaam, Bedrijf',
    en: 'Organisation, Organization, Organisation name, Organization name, Company, Company name',
  },
  name: { nl: 'Naam, Volledige naam, Weergavenaam, Naam donateur', en: 'Name, Full name, Display name, Donor name' },
  kind: {
    nl: 'Soort relatie, Relatiesoort, Relatietype, Type relatie, Type donateur',
    en: 'Donor type, Contact type, Constituent type',
  },
  gender: { nl: 'Geslacht, M/V, Aanhef', en: 'Gender, Sex' },
  firstName: { nl: 'Voornaam, Roepnaam, Voornamen', en: 'First name, Given name, Forename, First names' },
  initials: { nl: 'Voorletters, Initialen, Voorletter', en: 'Initials' },
  prefix: {
    nl: 'Tussenvoegsel, Tussenvoegsels, Voorvoegsel, Voorvoegsels',
    en: 'Prefix, Surname prefix, Infix, Middle name',
  },
  surname: { nl: 'Achternaam, Familienaam, Geslachtsnaam', en: 'Surname, Last name, Family name' },
  street: {
    nl: 'Straat, Straatnaam, Adres, Adresregel 1, Straat en huisnummer',
    en: 'Street, Street name, Street address, Address, Address line 1',
  },
  houseNumber: { nl: 'Huisnummer, Huisnr', en: 'House number, Street number' },
  addition: {
    nl: 'Toevoeging, Huisnummertoevoeging, Huisnrtoevoeging, Toev',
    en: 'Addition, House number addition, Street unit, Unit',
  },
  postcode: { nl: 'Postcode, PC', en: 'Postcode, Postal code, Zip, Zip code' },
  town: { nl: 'Plaats, Woonplaats, Plaatsnaam, Stad', en: 'Town, City, Place' },
  country: { nl: 'Land, Landcode', en: 'Country, Country code' },
  phone: {
    nl: 'Telefoon, Telefoonnummer, Tel, Telefoon vast, Vast nummer, Vaste telefoon, Telefoon thuis, Telefoon privé',
    en: 'Phone, Phone number, Telephone, Telephone number, Landline, Home phone, Primary phone',
  },
  mobile: {
    nl: 'Mobiel, Mobiel nummer, Mobiele telefoon, Telefoon mobiel, GSM, 06-nummer',
    en: 'Mobile, Mobile phone, Mobile number, Cell, Cell phone',
  },
  email: { nl: 'E-mail, E-mailadres, Mailadres', en: 'Email, Email address, Primary email' },
  language: { nl: 'Taal, Voorkeurstaal, Taalcode', en: 'Language, Preferred language, Locale' },
  iban: { nl: 'IBAN, Rekeningnummer, Bankrekening', en: 'IBAN, Bank account, Account number, Bank account number' },
  mandateAmount: {
    nl: 'Bedrag machtiging, Machtigingsbedrag, Machtiging bedrag, Termijnbedrag, Incassobedrag',
    en: 'Mandate amount, Amount of mandate, Recurring amount, Debit amount',
  },
  mandateFrequency: {
    nl: 'Frequentie, Frequentie machtiging, Machtiging frequentie, Incassofrequentie, Betaalfrequentie',
    en: 'Frequency, Mandate frequency, Recurring frequency, Times a year',
  },
  mandateStart: {
    nl: 'Startdatum machtiging, Machtiging startdatum, Ingangsdatum machtiging, Machtiging vanaf, Startdatum, Ingangsdatum',
    en: 'Mandate start, Mandate start date, Start date of mandate, Mandate date, Recurring start date, Start date',
  },
  mandateEnd: {
    nl: 'Einddatum machtiging, Machtiging einddatum, Machtiging tot, Opzegdatum, Opzegdatum machtiging',
    en: 'Mandate end, Mandate end date, End date of mandate, Recurring end date, Cancel date',
  },
  mandateStatus: {
    nl: 'Status machtiging, Machtiging status, Machtigingsstatus',
    en: 'Mandate status, Status of mandate, Recurring status',
  },
  doesNotWantCalls: {
    nl: 'Niet bellen, Niet gebeld worden, Niet telefonisch benaderen, Geen telefoon, Belverzet, Verzet telefoon',
    en: 'Do not phone, Do not call, Does not want calls, No phone, No calls, Phone opt-out',
  },
  doesNotWantEmail: {
    nl: 'Niet mailen, Niet e-mailen, Geen e-mail, Geen mail',
    en: 'Do not email, Does not want email, No email, Email opt-out',
  },
  doesNotWantPost: {
    nl: 'Geen post, Niet per post, Geen poststukken, Niet schrijven',
    en: 'Do not mail, Does not want post, No mail, No post, Mail opt-out',
  },
  isDeceased: { nl: 'Overleden, Is overleden', en: 'Deceased, Is deceased' },
} as const satisfies Readonly<Record<string, Names>>;

export const GIFT_HEADERS = {
  giftNumber: {
    nl: 'Giftnummer, Gift-id, Donatienummer, Donatie-id, Transactienummer, Transactie-id, Boekingsnummer, Betalingsnummer',
    en: 'Gift number, Gift id, Donation number, Donation id, Contribution id, Transaction number, Transaction id, Payment id',
  },
  donorNumber: DONOR_HEADERS.donorNumber,
  day: {
    nl: 'Datum, Giftdatum, Datum gift, Datum ontvangst, Ontvangstdatum, Boekdatum, Transactiedatum, Betaaldatum, Incassodatum',
    en: 'Date, Gift date, Donation date, Date received, Received date, Receive date, Contribution date, Payment date',
  },
  amount: {
    nl: 'Bedrag, Giftbedrag, Bedrag gift, Bedrag in euro, Bedrag EUR',
    en: 'Amount, Gift amount, Donation amount, Total amount, Amount EUR',
  },
  currency: { nl: 'Valuta, Munt, Muntsoort', en: 'Currency' },
  kind: {
    nl: 'Soort, Soort gift, Giftsoort, Type gift, Gifttype, Type',
    en: 'Kind, Gift type, Gift kind, Donation type, Contribution type',
  },
  status: {
    nl: 'Status, Giftstatus, Status gift, Betaalstatus, Betalingsstatus, Incassostatus',
    en: 'Status, Gift status, Payment status, Contribution status, Donation status',
  },
  project: {
    nl: 'Project, Projectnaam, Bestemming, Campagne, Doel',
    en: 'Project, Campaign, Fund, Appeal, Designation',
  },
  paymentMethod: {
    nl: 'Betaalwijze, Betaalmethode, Betaalmiddel, Betalingswijze',
    en: 'Payment method, Payment instrument',
  },
  source: { nl: 'Bron, Herkomst, Kanaal', en: 'Source, Channel, Origin' },
} as const satisfies Readonly<Record<string, Names>>;
