/** Somebody whom a provider has just proved. */
export interface SignedIn {
  readonly tenant: string;
  readonly person: string;
  readonly provider: string;
  /** The provider's name for them (`sub`), and for their session there (`sid`). */
  readonly subject: string;
  readonly providerSession?: string;
  readonly idToken?: string;
  readonly displayName?: string;
  /** The establishment that they signed in for, where their provider says. */
  readonly siret?: string;
  /** When they proved who they are (`auth_time`), and how strongly (`acr`). */
  readonly authenticatedAt: Date;
  readonly level?: string;
}

export interface Session extends SignedIn {
  /** When it ends at the latest, whatever happens in it. */
  readonly endsAt: Date;
}

/** A sign-in that a browser has begun at a provider. */
export interface Attempt {
  readonly provider: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where the browser goes then: a path of this site. */
  readonly backTo: string;
  /** Whose other way in this is to be, where they are signed in already. */
  readonly linkTo?: { readonly tenant: string; readonly person: string };
}

export interface Begun {
  /** For the browser alone: it is kept nowhere else. */
  readonly secret: string;
  readonly session: Session;
}

/** Who is signed in with a browser. A session ends when nothing was asked in it for the idle time, at its end, or when it is ended. */
export interface Sessions {
  /** Begins a session under a new secret; the one that the browser had before ends (no session outlives a sign-in, so none can be fixed beforehand). */
  begin(signedIn: SignedIn, before?: string): Promise<Begun>;
  /** The session of a secret, while it lasts. That it was asked for keeps it from idling. */
  find(secret: string): Promise<Session | undefined>;
  /** Ends one, and says whose it was. */
  end(secret: string): Promise<Session | undefined>;
  /** Ends all of a person, wherever they are signed in. @returns how many */
  endAll(tenant: string, person: string): Promise<number>;
  /** Ends what a provider says has ended: one session there, or all of a subject. @returns how many */
  endAt(provider: string, ended: { readonly session?: string | undefined; readonly subject?: string | undefined }): Promise<number>;
  /** Remembers a sign-in by its state, for the browser that began it, for ten minutes. */
  attempt(state: string, browser: string, attempt: Attempt): Promise<void>;
  /** The sign-in of a state, once, and only for the browser that began it. */
  take(state: string, browser: string): Promise<Attempt | undefined>;
  /** Notes a logout token. @returns false where it was noted before */
  noteLogout(provider: string, id: string, until: Date): Promise<boolean>;
}

/** A provider's name for somebody, in a tenant. */
export interface Known {
  readonly tenant: string;
  readonly provider: string;
  readonly subject: string;
}

/** Whose a provider's names are, where persons have ids of ours and may sign in at several providers. */
export interface Accounts {
  /** The person whom a name stands for; at the first sign-in a new one. */
  person(known: Known, newPerson: () => string): Promise<string>;
  /** Lets a name stand for a person too. @returns false where it stands for another already */
  link(known: Known, person: string): Promise<boolean>;
  /** Where a person can sign in, and since when. */
  waysIn(tenant: string, person: string): Promise<readonly { readonly provider: string; readonly since: Date }[]>;
}
