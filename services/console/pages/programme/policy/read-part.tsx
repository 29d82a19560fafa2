import { Anchor, Badge, Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type Answer, useNeeded } from '../../../api/read.ts';
import { useHolds, useMe } from '../../../api/session.ts';
import { resolved, type Shape } from '../../../forms/shape.ts';
import { useFormat } from '../../../ui/format.ts';
import { leavesOf, valueAt } from './leaves.ts';
import classes from './policy.module.css';
import { criteriaIn, sumOf } from './rubric.ts';
import { sections } from './sections.ts';
import { usePolicyWords } from './use-policy-words.ts';

type Policy = Answer<'/v1/programmes/{id}/policy'>;

/** The policy in force, in words, with what was adopted before it and the drafts that await somebody. */
export function ReadPart() {
  const { id = '' } = useParams();
  const { t } = useTranslation(['programme', 'policy']);
  const { day } = useFormat();
  const isAdministrator = useHolds('administrator');
  const policy = useNeeded('/v1/programmes/{id}/policy', { path: { id } });
  const { schema } = useNeeded('/v1/catalogue/{kind}/{command}', { path: { kind: 'programme', command: 'draft-policy' } });
  const shape = schema as Shape;
  const parts = resolved(shape.properties?.policy ?? {}, shape).properties ?? {};
  const { inForce } = policy;
  const base = `/programmes/${encodeURIComponent(id)}/policy`;
  return (
    <>
      <Group justify="space-between" mb="md" align="flex-start">
        <Text>
          {inForce.policyVersion === 0
            ? t('programme:policy.defaults')
            : t('programme:policy.inForce', { version: inForce.policyVersion, day: day(inForce.inForceFrom) })}
        </Text>
        {isAdministrator && (
          <Button component={Link} to={`${base}/new`} leftSection={<IconPencil size={16} aria-hidden />}>
            {t('programme:policy.change')}
          </Button>
        )}
      </Group>
      <Drafts policy={policy} base={base} />
      {sections.map(({ section, parts: names }) => (
        <section key={section} className={classes.section}>
          <Title order={2} mb="sm">
            {t(`policy:section.${section}`)}
          </Title>
          <Paper p={0}>
            {names
              .filter((name) => parts[name])
              .map((name) => (
                <Told key={name} name={name} shape={resolved(parts[name] ?? {}, shape)} value={valueAt(inForce.policy, [name])} />
              ))}
          </Paper>
        </section>
      ))}
      <History policy={policy} />
    </>
  );
}

function Drafts({ policy, base }: { readonly policy: Policy; readonly base: string }) {
  const { t } = useTranslation('programme');
  const me = useMe();
  const open = (policy.drafts ?? []).filter(({ stage }) => stage === 'open');
  if (open.length === 0) return null;
  return (
    <Paper mb="lg" component="section" aria-labelledby="drafts">
      <Title order={2} size="h4" id="drafts" mb="xs">
        {t('policy.waiting', { count: open.length })}
      </Title>
      {open.map(({ draft, by }) => (
        <Group key={draft} justify="space-between">
          <Anchor component={Link} to={`${base}/drafts/${draft}`}>
            {t('policy.draft', { draft })}
          </Anchor>
          <Text size="sm" c="dimmed">
            {by === me.id ? t('policy.byYou') : t('policy.by', { person: by })}
          </Text>
        </Group>
      ))}
    </Paper>
  );
}

/** One part in words. */
function Told({ name, shape, value }: { readonly name: string; readonly shape: Shape; readonly value: unknown }) {
  const { t } = useTranslation('policy');
  const words = usePolicyWords();
  const leaves = leavesOf(shape, [name]);
  const single = leaves.length === 1 && leaves[0]?.path.length === 1;
  return (
    <div className={classes.part}>
      <Title order={3}>{words.part(name)}</Title>
      {name === 'rubric' ? (
        <Rubric value={value} />
      ) : single && leaves[0] ? (
        <Text size="sm" mt={4}>
          {leaves[0].kind === 'questions' && value === undefined ? t('nothing') : words.said(value, leaves[0].kind, name)}
        </Text>
      ) : (
        <dl className={classes.facts}>
          {leaves.map(({ path, kind }) => {
            const here = valueAt(value, path.slice(1));
            const empty = here === undefined || (typeof here === 'object' && here !== null && Object.keys(here).length === 0);
            return [
              <dt key={`${path.join()}-t`}>{words.field(path)}</dt>,
              <dd key={`${path.join()}-d`}>
                {empty ? t('none') : kind === 'rates' ? <Rates value={here} /> : words.said(here, kind, path.at(-1) ?? '')}
              </dd>,
            ];
          })}
        </dl>
      )}
    </div>
  );
}

function Rates({ value }: { readonly value: unknown }) {
  const words = usePolicyWords();
  const rates = Array.isArray(value) ? (value as readonly { readonly rate: number; readonly covers: string }[]) : [];
  return rates.map(({ rate, covers }) => `${words.said(rate, 'share', 'rate')} (${words.said(covers, 'choice', 'covers').toLowerCase()})`).join(', ');
}

function Rubric({ value }: { readonly value: unknown }) {
  const { t } = useTranslation('policy');
  const words = usePolicyWords();
  const { number } = useFormat();
  const rubric = criteriaIn(value);
  return (
    <div className={classes.scroll}>
      <Table className="tabular" mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('rubric.criterion')}</Table.Th>
            <Table.Th>{t('rubric.block')}</Table.Th>
            <Table.Th ta="right">{t('rubric.points')}</Table.Th>
            <Table.Th ta="right">{t('rubric.floor')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rubric.map(({ criterion, block, points, floor }) => (
            <Table.Tr key={criterion}>
              <Table.Th scope="row" fw={520}>
                {words.criterion(criterion)}
              </Table.Th>
              <Table.Td>{words.block(block)}</Table.Td>
              <Table.Td ta="right">{points}</Table.Td>
              <Table.Td ta="right">{floor === undefined ? '' : number(floor)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row" colSpan={2}>
              {t('rubric.total')}
            </Table.Th>
            <Table.Td ta="right" fw={700}>
              {sumOf(rubric)}
            </Table.Td>
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
  );
}

/** Every version adopted, the newest first. */
function History({ policy: { history, inForce } }: { readonly policy: Policy }) {
  const { t } = useTranslation('programme');
  const { day } = useFormat();
  if (history.length === 0) return null;
  return (
    <section className={classes.section}>
      <Title order={2} mb="sm">
        {t('policy.history')}
      </Title>
      <Paper>
        {[...history].reverse().map(({ policyVersion, inForceFrom }) => (
          <Group key={policyVersion} gap="xs">
            <Text>{t('policy.version', { version: policyVersion, day: day(inForceFrom) })}</Text>
            {policyVersion === inForce.policyVersion && <Badge color="green">{t('policy.current')}</Badge>}
            {policyVersion > inForce.policyVersion && <Badge color="yellow">{t('policy.toCome')}</Badge>}
          </Group>
        ))}
      </Paper>
    </section>
  );
}
