// The IATA and ICAO codes of the airlines that are seen most; any other airline is shown as the record has it.
const AIRLINES = `9E EDV Endeavor Air|A3 AEE Aegean|AA AAL American|AC ACA Air Canada|AF AFR Air France|AI AIC Air India|AM AMX Aeroméxico|AS ASA Alaska|AT RAM Royal Air Maroc|AV AVA Avianca|AY FIN Finnair|AZ ITY ITA Airways|B6 JBU JetBlue|BA BAW British Airways|BR EVA EVA Air|BT BTI airBaltic|CA CCA Air China|CI CAL China Airlines|CM CMP Copa|CX CPA Cathay Pacific|CZ CSN China Southern|DE CFG Condor|DL DAL Delta|DY NOZ Norwegian|EI EIN Aer Lingus|EK UAE Emirates|ET ETH Ethiopian|EW EWG Eurowings|EY ETD Etihad|F9 FFT Frontier|FI ICE Icelandair|FR RYR Ryanair|G3 GLO GOL|G4 AAY Allegiant|GA GIA Garuda Indonesia|HA HAL Hawaiian|HU CHH Hainan|HV TRA Transavia|IB IBE Iberia|JL JAL Japan Airlines|JU ASL Air Serbia|KE KAL Korean Air|KL KLM KLM|LA LAN LATAM|LH DLH Lufthansa|LO LOT LOT|LS EXS Jet2|LX SWR Swiss|LY ELY El Al|MH MAS Malaysia Airlines|MQ ENY Envoy Air|MS MSR EgyptAir|MU CES China Eastern|NH ANA ANA|NK NKS Spirit|NZ ANZ Air New Zealand|OH JIA PSA Airlines|OO SKW SkyWest|OS AUA Austrian|PC PGT Pegasus|QF QFA Qantas|QR QTR Qatar Airways|RJ RJA Royal Jordanian|RO ROT TAROM|SA SAA South African|SK SAS SAS|SN BEL Brussels Airlines|SQ SIA Singapore Airlines|SV SVA Saudia|TG THA Thai Airways|TK THY Turkish Airlines|TP TAP TAP Portugal|TU TAR Tunisair|U2 EZY easyJet|UA UAL United|UX AEA Air Europa|VN HVN Vietnam Airlines|VS VIR Virgin Atlantic|VY VLG Vueling|W6 WZZ Wizz Air|WN SWA Southwest|WS WJA WestJet|YX RPA Republic`;

const names = new Map<string, string>();
const iataCodes = new Map<string, string>();

for (const line of AIRLINES.split('|')) {
  const iata = line.slice(0, 2);
  const icao = line.slice(3, 6);
  names.set(iata, line.slice(7)).set(icao, line.slice(7));
  iataCodes.set(icao, iata);
}

/** The name of an airline, which is given by name or by code. */
export const airlineName = (airline: string): string => names.get(airline) ?? airline;

/** The IATA code of an airline that is given by either code. */
export const iataCode = (code: string): string => iataCodes.get(code) ?? code;
