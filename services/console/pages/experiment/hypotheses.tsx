import { Anchor, Badge, Group, List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DecideButton } from '../../forms/decide-button.tsx';
import { useFieldWords } from '../../forms/use-field-words.ts';
import entries from '../../ui/entries.module.css';
import { useFormat } from '../../ui/format.ts';
import { useNewId } from '../../ui/use-new-id.ts';
import type { Experiments, Protocol } from './protocol.ts';

type Hypothesis = Protocol['hypotheses'][number];
const colours = { validated: 'green', refuted: 'plum', inconclusive: 'gray' } as const;

interface Of {
  readonly all: Experiments;
  readonly protocol: Protocol;
}

/** What is tested, by which criteria, what was seen of it, and what was found. Each outcome is a result. */
export function Hypotheses({ all, protocol }: Of) {
  const { t } = useTranslation('experiment');
  const hypothesis = useNewId('hypothesis', protocol.hypotheses.length);
  return (
    <section>
      <Group justify="space-between" mt="lg">
        <Title order={3} size="h4">
          {t('hypotheses')}
        </Title>
        {all.canWrite && (
          <DecideButton
            id={all.project}
            command="formulate-hypothesis"
            version={all.version}
            given={{ protocol: protocol.protocol, hypothesis }}
            initial={{ rank: protocol.hypotheses.length + 1, keyFunction: protocol.keyFunctions[0] }}
            about={protocol.protocol}
            of={protocol.title}
          >
            {t('formulate')}
          </DecideButton>
        )}
      </Group>
      <ul className={entries.entries}>
        {protocol.hypotheses.map((one) => (
          <li key={one.hypothesis}>
            <HypothesisEntry all={all} protocol={protocol} hypothesis={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function HypothesisEntry({ all, protocol, hypothesis }: Of & { readonly hypothesis: Hypothesis }) {
  const { t } = useTranslation('experiment');
  const { day } = useFormat();
  const words = useFieldWords();
  const { statement, criteria, result, observations, conclusions, rank } = hypothesis;
  const cycle = protocol.cycles.find((one) => one.cycle === protocol.underWay);
  const underTest = cycle?.hypotheses.includes(hypothesis.hypothesis) === true && result === undefined;
  const given = { protocol: protocol.protocol, hypothesis: hypothesis.hypothesis };
  const shared = { id: all.project, version: all.version, given, about: hypothesis.hypothesis, of: statement };
  const seen = observations.some((one) => one.cycle === protocol.underWay);
  return (
    <>
      <div className={entries.head}>
        <Text fw={600}>
          {rank}. {statement}
        </Text>
        <Badge color={result ? colours[result] : underTest ? 'yellow' : 'gray'}>
          {result ? words.choice(result, 'result') : t(underTest ? 'underTest' : 'toTest')}
        </Badge>
      </div>
      <List size="sm" withPadding>
        {criteria.map(({ criterion, text }) => {
          const found = conclusions.at(-1)?.criteria.find((one) => one.criterion === criterion)?.found;
          return (
            <List.Item key={criterion}>
              {text}
              {found && ` (${words.choice(found, 'found')})`}
            </List.Item>
          );
        })}
      </List>
      {observations.map(({ cycle: number, observedOn, observation, attachments }) => (
        <Text key={`${observedOn} ${observation}`} size="sm" mt={4} className={entries.prose}>
          {t('seen', { cycle: number, day: day(observedOn) })} : {observation}{' '}
          {attachments.map(({ hash, name }) => (
            <Anchor key={hash} href={`/v1/projects/${encodeURIComponent(all.project)}/attachments/${hash}`} size="sm">
              {name}{' '}
            </Anchor>
          ))}
        </Text>
      ))}
      {conclusions.map(({ cycle: number, at, result: found, reasons }) => (
        <Text key={at} size="sm" mt={4} className={entries.prose}>
          {t('concluded', { cycle: number, day: day(at) })} : {words.choice(found, 'result')}. {reasons}
        </Text>
      ))}
      {all.canObserve && underTest && (
        <Group gap="xs" mt="xs">
          <DecideButton {...shared} command="record-observation">
            {t('observe')}
          </DecideButton>
          {seen && (
            <DecideButton {...shared} command="conclude-hypothesis" initial={{ criteria: criteria.map(({ criterion }) => ({ criterion })) }}>
              {t('conclude')}
            </DecideButton>
          )}
        </Group>
      )}
    </>
  );
}
