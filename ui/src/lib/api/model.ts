/** The API's types under short names; they come from the OpenAPI document. */
import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type Astronomy = Schemas['Astronomy'];
export type Conditions = Schemas['Conditions'];
export type Current = Schemas['Current'];
export type Daily = Schemas['Daily'];
export type Day = Schemas['Day'];
export type Hourly = Schemas['Hourly'];
export type Place = Schemas['Place'];
export type PlaceList = Schemas['PlaceList'];
export type Problem = Schemas['Problem'];
export type Sky = Schemas['Sky'];
export type SkyCondition = Sky['condition'];
export type SourceList = Schemas['SourceList'];
export type Source = Schemas['SourceState'];
export type SourceReading = Schemas['SourceReading'];
export type Units = Schemas['Units'];
export type UnitSystem = Schemas['UnitSystem'];
export type Watch = Schemas['Watch'];
export type WatchList = Schemas['WatchList'];
export type Weather = Schemas['Weather'];
