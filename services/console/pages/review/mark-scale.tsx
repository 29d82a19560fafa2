import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import classes from './mark-scale.module.css';

const HIGHEST = 5;
const steps = Array.from({ length: 2 * HIGHEST + 1 }, (_, halves) => halves / 2);
const withinScale = (mark: number): number => Math.min(HIGHEST, Math.max(0, mark));

export interface MarkScaleProps {
  /** Names the group; one a page. */
  readonly name: string;
  /** The id of what it is called by. */
  readonly labelledBy: string;
  readonly value: number | undefined;
  readonly onChange: (mark: number | undefined) => void;
  readonly invalid?: boolean;
}

/**
 * A mark from 0 to 5 by half points. Radio buttons to whoever hears it; arrows move by half a point and stop at the ends, a digit sets the mark, a comma or a point
 * adds the half, Delete takes it back.
 */
export function MarkScale({ name, labelledBy, value, onChange, invalid = false }: MarkScaleProps) {
  const { t } = useTranslation('review');
  const { number } = useFormat();
  const group = useRef<HTMLDivElement>(null);
  const halfAsked = useRef(false);

  function choose(mark: number | undefined): void {
    onChange(mark);
    group.current?.querySelector<HTMLInputElement>(`input[value="${mark ?? 0}"]`)?.focus();
  }

  function typed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = markAfter(event.key, value, halfAsked.current);
    halfAsked.current = event.key === ',' || event.key === '.';
    if (next === 'other') return;
    event.preventDefault();
    choose(next);
  }

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby="mark-keys"
      aria-invalid={invalid}
      className={classes.scale}
      onKeyDown={typed}
    >
      {steps.map((step) => {
        const isWhole = Number.isInteger(step);
        return (
          <label
            key={step}
            className={classes.step}
            data-whole={isWhole}
            data-chosen={step === value}
            data-below={value !== undefined && step < value}
            title={t('markOf', { mark: number(step) })}
          >
            <input
              type="radio"
              name={name}
              value={step}
              checked={step === value}
              onChange={() => onChange(step)}
              className={classes.input}
              aria-label={t('markOf', { mark: number(step) })}
            />
            <span aria-hidden>{isWhole ? step : '½'}</span>
          </label>
        );
      })}
    </div>
  );
}

/** The mark that a key leads to; `other` for keys that mean nothing here. After a comma, the 5 or the 0 that people type on says no more than the half. */
function markAfter(key: string, mark: number | undefined, afterComma: boolean): number | undefined | 'other' {
  if (afterComma && key === '5') return mark;
  if (afterComma && key === '0') return mark === undefined ? mark : Math.floor(mark);
  if (/^[0-5]$/.test(key)) return Number(key);
  if (key === ',' || key === '.') return mark === undefined ? 0.5 : withinScale(Math.floor(mark) + 0.5);
  if (key === 'ArrowRight' || key === 'ArrowUp') return mark === undefined ? 0 : withinScale(mark + 0.5);
  if (key === 'ArrowLeft' || key === 'ArrowDown') return mark === undefined ? HIGHEST : withinScale(mark - 0.5);
  if (key === 'Delete' || key === 'Backspace') return undefined;
  return 'other';
}
