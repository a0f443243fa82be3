/** A file that came along with the one that is read, by the name that it calls it; null: there is none. */
export type Beside = (name: string) => Uint8Array | null;
