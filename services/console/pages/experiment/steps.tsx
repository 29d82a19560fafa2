import { useTranslation } from 'react-i18next';
import type { Protocol } from './protocol.ts';
import classes from './steps.module.css';

const steps = ['formulate', 'plan', 'build-tools', 'run', 'report', 'share'] as const;

/** At which of the six steps a protocol is. Planning and building the tools go together. */
export function stepOf({ hypotheses, cycles, underWay }: Protocol): number {
  if (hypotheses.length === 0) return 0;
  const cycle = cycles.find((one) => one.cycle === underWay);
  if (!cycle) return cycles.length > 0 && hypotheses.every(({ planned }) => planned) ? 0 : 1;
  const tested = hypotheses.filter(({ hypothesis }) => cycle.hypotheses.includes(hypothesis));
  if (tested.every(({ conclusions }) => conclusions.some((one) => one.cycle === underWay))) return 5;
  return tested.every(({ observations }) => observations.some((one) => one.cycle === underWay)) ? 4 : 3;
}

/** The six steps of the protocol, with the one where it is; they begin anew with each cycle. */
export function Steps({ protocol }: { readonly protocol: Protocol }) {
  const { t } = useTranslation('experiment');
  const at = stepOf(protocol);
  return (
    <ol className={classes.steps} aria-label={t('steps')}>
      {steps.map((step, index) => {
        const here = index === at || (at === 1 && index === 2);
        return (
          <li key={step} data-standing={here ? 'here' : index < at ? 'done' : 'to-come'} aria-current={index === at ? 'step' : undefined}>
            {index + 1}. {t(`step.${step}`)}
          </li>
        );
      })}
    </ol>
  );
}
