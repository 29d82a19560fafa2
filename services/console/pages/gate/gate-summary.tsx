import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import entries from '../../ui/entries.module.css';
import { useFormat } from '../../ui/format.ts';
import { departsFromAvis, type Gate, type GateDraft } from './gate.ts';

/** A decision on a gate to read: how the project goes on, what that leads to, conditions, reasons. */
export function GateSummary({ draft: { outcome, to, conditions, reasons, departs }, gate }: { readonly draft: GateDraft; readonly gate: Gate }) {
  const { t } = useTranslation(['gate', 'terms']);
  const { day } = useFormat();
  if (!outcome) return null;
  const said = outcome === 'conditional' ? conditions.filter(({ text }) => text.trim() !== '') : [];
  return (
    <>
      <Text fw={620}>
        {t(`gate:decision.is.${outcome}`)} {outcome === 'return' && to && <Badge>{t(`terms:phase.${to}`)}</Badge>}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t(`gate:decision.leads.${outcome}`)}
      </Text>
      {said.length > 0 && (
        <ol>
          {said.map(({ text, dueOn }) => (
            <li key={text}>
              {text} {dueOn && `(${t('gate:decision.by', { day: day(dueOn) })})`}
            </li>
          ))}
        </ol>
      )}
      {departsFromAvis(gate, outcome) && <Text className={entries.prose}>{departs}</Text>}
      <Text className={entries.prose}>{reasons}</Text>
    </>
  );
}
