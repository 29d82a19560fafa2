export interface Visited {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Where it leads, if it does. */
  readonly to: string | undefined;
}

/** A browser as far as signing in needs one: it keeps the cookies of each host, and follows nothing by itself. */
export interface Browser {
  visit(url: string, init?: RequestInit): Promise<Visited>;
  /** What it has of a site: `name=value` with semicolons between. */
  cookies(url: string): string;
  /** Takes what another has. */
  plant(url: string, cookies: string): void;
}

export function browser(): Browser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (url: string) => {
    const { host } = new URL(url);
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };
  const cookies = (url: string) => [...jarOf(url)].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    cookies,
    plant(url, planted) {
      for (const one of planted.split('; ')) jarOf(url).set(one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1));
    },
    async visit(url, init = {}) {
      const answer = await fetch(url, {
        ...init,
        redirect: 'manual',
        headers: { ...(init.headers as Record<string, string>), cookie: cookies(url) },
      });
      for (const line of answer.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
        if (value === '' || /max-age=0/i.test(line)) jarOf(url).delete(name);
        else jarOf(url).set(name, value);
      }
      const location = answer.headers.get('location');
      return {
        status: answer.status,
        headers: answer.headers,
        text: await answer.text(),
        to: location === null ? undefined : new URL(location, url).href,
      };
    },
  };
}
