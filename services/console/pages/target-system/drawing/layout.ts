import { headingsOf, type Place, type TargetSystem } from '../system.ts';

export const FINALITY = 'finality';
/** Where no heading is named: works that have no place yet. */
const NOWHERE = '';

/** How far from the centre each ring is, in the drawing's units; the drawing is wider than high, as screens and sheets are. */
const RINGS = { evolutions: 165, headings: 250, works: 395 } as const;
const WIDER = 1.45;

const onRing = (radius: number, angle: number): Place => ({
  x: Math.round(radius * WIDER * Math.cos(angle)),
  y: Math.round(radius * Math.sin(angle)),
});

/**
 * Where each part stands: the finality at the centre, evolutions close to it, challenges or stakeholders around, and the works of each beyond it. Each
 * heading takes as much of the round as it has works. Places given by hand come first.
 */
export function placesOf(system: TargetSystem): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>([[FINALITY, { x: 0, y: 0 }]]);
  const headings = headingsOf(system).map(({ id }) => id);
  const worksUnder = (heading: string) => system.works.filter(({ under }) => (under ?? NOWHERE) === heading);
  const sectors = [...headings, ...(worksUnder(NOWHERE).length > 0 ? [NOWHERE] : [])];
  const parts = sectors.map((heading) => Math.max(1, worksUnder(heading).length));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  const far = Math.max(1, whole / 12);
  let angle = -Math.PI / 2;
  sectors.forEach((heading, at) => {
    const width = (2 * Math.PI * (parts[at] ?? 1)) / whole;
    const middle = angle + width / 2;
    if (heading !== NOWHERE) places.set(heading, onRing(RINGS.headings * Math.sqrt(far), middle));
    const works = worksUnder(heading);
    works.forEach(({ id }, index) => {
      const own = works.length === 1 ? middle : angle + (width * (index + 0.5)) / works.length;
      // Neighbours on a ring that is full stand on two rings, in turn.
      const ring = RINGS.works * far + (whole > 8 && index % 2 === 1 ? 110 : 0);
      places.set(id, onRing(ring, own));
    });
    angle += width;
  });
  // Between the headings, where no line to them runs.
  system.evolutions.forEach(({ id }, index) => {
    places.set(id, onRing(RINGS.evolutions * Math.sqrt(far), -Math.PI / 2 + (2 * Math.PI * index) / system.evolutions.length));
  });
  for (const [id, place] of Object.entries(system.drawing ?? {})) if (places.has(id)) places.set(id, place);
  return places;
}
