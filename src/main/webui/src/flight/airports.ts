import { plain } from './plain';

// IATA's codes of airports, and of cities that have several: a name that stands here under one code can be told by it.
const CODES = `AAR Aarhus|ABQ Albuquerque|ABV Abuja|ABZ Aberdeen|ACC Accra|ADB İzmir|ADD Addis Ababa|AEP Buenos Aires|AGP Málaga|AKL Auckland|ALC Alicante|ALG Algiers|AMM Amman|AMS Amsterdam|ANC Anchorage|ARN Stockholm|ASU Asunción|ATH Athens|ATL Atlanta|AUH Abu Dhabi|AUS Austin|BCN Barcelona|BEG Belgrade|BER Berlin|BEY Beirut|BGO Bergen|BHX Birmingham|BIO Bilbao|BKK Bangkok|BLL Billund|BLQ Bologna|BNA Nashville|BNE Brisbane|BOD Bordeaux|BOG Bogotá|BOM Mumbai|BOO Bodø|BOS Boston|BRS Bristol|BRU Brussels|BSL Basel|BUD Budapest|BUE Buenos Aires|BUR Burbank|BWI Baltimore|CAI Cairo|CAN Guangzhou|CCS Caracas|CDG Paris|CGK Jakarta|CGN Cologne|CHI Chicago|CIA Rome|CLE Cleveland|CLT Charlotte|CMN Casablanca|CPH Copenhagen|CPT Cape Town|CTA Catania|CTU Chengdu|CUN Cancún|DAD Đà Nẵng|DAL Dallas|DEL Delhi|DEN Denver|DFW Dallas/Fort Worth|DOH Doha|DPS Denpasar|DSM Des Moines|DTW Detroit|DUB Dublin|DUS Düsseldorf|DXB Dubai|EDI Edinburgh|EWR Newark|EZE Buenos Aires|FAO Faro|FCO Rome|FLL Fort Lauderdale|FLR Florence|FRA Frankfurt|GDN Gdańsk|GIG Rio de Janeiro|GLA Glasgow|GOT Gothenburg|GRU São Paulo|GVA Geneva|HAJ Hanover|HAM Hamburg|HAN Hanoi|HAV Havana|HEL Helsinki|HKG Hong Kong|HND Tokyo|HNL Honolulu|HOU Houston|IAD Washington|IAH Houston|ICN Seoul|IND Indianapolis|INN Innsbruck|IST Istanbul|JED Jeddah|JFK New York|JNB Johannesburg|KBP Kyiv|KEF Reykjavík|KIX Osaka|KRK Kraków|KTW Katowice|KUL Kuala Lumpur|KWI Kuwait|LAS Las Vegas|LAX Los Angeles|LCJ Łódź|LCY London|LED St. Petersburg|LEJ Leipzig|LGA New York|LGW London|LHR London|LIM Lima|LIN Milan|LIS Lisbon|LJU Ljubljana|LON London|LOS Lagos|LPA Gran Canaria|LTN London|LUX Luxembourg|LYS Lyon|MAD Madrid|MAN Manchester|MCI Kansas City|MCO Orlando|MDW Chicago|MEL Melbourne|MEM Memphis|MEX Mexico City|MIA Miami|MIL Milan|MKE Milwaukee|MLA Malta|MNL Manila|MRS Marseille|MSP Minneapolis|MSY New Orleans|MUC Munich|MXP Milan|NAP Naples|NBO Nairobi|NCE Nice|NRT Tokyo|NTE Nantes|NUE Nuremberg|NYC New York|OKC Oklahoma City|OMA Omaha|OPO Porto|ORD Chicago|ORY Paris|OSA Osaka|OSL Oslo|OTP Bucharest|PAR Paris|PDX Portland|PEK Beijing|PER Perth|PHL Philadelphia|PHX Phoenix|PIT Pittsburgh|PMI Palma de Mallorca|PMO Palermo|POZ Poznań|PRG Prague|PSA Pisa|PTY Panama City|PVG Shanghai|RDU Raleigh|RIX Riga|ROM Rome|RUH Riyadh|SAN San Diego|SAO São Paulo|SAT San Antonio|SCL Santiago|SEA Seattle|SEL Seoul|SFO San Francisco|SGN Ho Chi Minh City|SIN Singapore|SJC San Jose|SKP Skopje|SLC Salt Lake City|SMF Sacramento|SOF Sofia|STL St. Louis|STN London|STO Stockholm|STR Stuttgart|SVG Stavanger|SVO Moscow|SVQ Seville|SYD Sydney|SZG Salzburg|TFS Tenerife|TIA Tirana|TLL Tallinn|TLS Toulouse|TLV Tel Aviv|TOS Tromsø|TPA Tampa|TPE Taipei|TRD Trondheim|TRN Turin|TUN Tunis|TYO Tokyo|UIO Quito|VCE Venice|VIE Vienna|VLC Valencia|VNO Vilnius|WAS Washington|WAW Warsaw|WRO Wrocław|YUL Montréal|YVR Vancouver|YYZ Toronto|ZAG Zagreb|ZRH Zürich`;

// Where a city has several airports, its name is told by the city's own code.
const OF_CITIES = new Set(['BUE', 'CHI', 'LON', 'MIL', 'NYC', 'OSA', 'PAR', 'ROM', 'SAO', 'SEL', 'STO', 'TYO', 'WAS']);

const cities = new Map<string, string>();
const codes = new Map<string, string | undefined>();

for (const line of CODES.split('|')) {
  const code = line.slice(0, 3);
  const city = line.slice(4);
  cities.set(code, city);
  const name = plain(city);
  const known = codes.get(name);
  if (OF_CITIES.has(code) || !codes.has(name)) codes.set(name, code);
  else if (!known || !OF_CITIES.has(known)) codes.set(name, undefined);
}

export interface Place {
  readonly city: string;
  readonly code?: string | undefined;
}

/** City and code of an airport or city, which is given as either; what is not known is left as it came. */
export function place(name: string): Place {
  const city = cities.get(name);
  return city ? { city, code: name } : { city: name, code: codes.get(plain(name)) };
}
