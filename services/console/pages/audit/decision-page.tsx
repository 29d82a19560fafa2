import { Alert, Anchor, Button, Code, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCircleCheck, IconDownload, IconShieldX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useMe } from '../../api/session.ts';
import { useTrustedKey } from '../../proof/trusted-key.ts';
import { type Verified, verifyProof } from '../../proof/verify-proof.ts';
import { Bars } from '../../ui/boundary.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { pageOf, thingOf } from '../../ui/things.ts';
import classes from './audit.module.css';
import { DecideAgain } from './redecided/decide-again.tsx';

/** A decision that was just taken is sealed within a second: it is asked for again meanwhile. */
const SEALED_WITHIN = { retry: 5, retryDelay: 1_000 } as const;

/** The proof that one decision stands in the log, verified in this browser. */
export function DecisionPage() {
  const { id = '' } = useParams();
  const { tenant } = useMe();
  const { t } = useTranslation('audit');
  const [trusted] = useTrustedKey(tenant);
  const { data, error, isError, refetch } = useQuery({
    queryKey: ['proof', tenant, id, trusted],
    queryFn: () => verifyProof(tenant, id, trusted || undefined),
    ...SEALED_WITHIN,
  });
  return (
    <Page title={t('proof.title')} lead={<Text c="dimmed">{t('proof.lead')}</Text>}>
      <Stack gap="lg">
        {isError && <ProblemNote error={error} again={() => void refetch()} />}
        {!data && !isError && <Bars count={6} />}
        {data && <Outcome verified={data} />}
        {data && <Trusted verified={data} />}
        {data?.shown.problem === undefined && data && <DecideAgain position={data.shown.decision.position} />}
      </Stack>
    </Page>
  );
}

function Outcome({ verified: { shown } }: { readonly verified: Verified }) {
  const { id = '' } = useParams();
  const { t } = useTranslation('audit');
  const { moment, number } = useFormat();
  if (shown.problem !== undefined) {
    return (
      <Alert color="red" icon={<IconShieldX aria-hidden />} title={t('proof.refused')} role="alert">
        {t(`proof.problem.${shown.problem}`)}
      </Alert>
    );
  }
  const { decision, origin, size } = shown;
  const { kind, id: thing } = thingOf(decision.stream);
  const facts = [
    [t('proof.what'), decision.type],
    [
      t('proof.on'),
      <Anchor key="on" component={Link} to={pageOf(kind, thing)}>
        {decision.stream}
      </Anchor>,
    ],
    [t('proof.recorded'), moment(decision.recordedAt)],
    [t('proof.place'), t('proof.placeOf', { position: number(decision.position), size: number(size) })],
    [t('proof.log'), <Code key="log">{origin}</Code>],
    [t('proof.digest'), <Code key="digest">{decision.dataDigest}</Code>],
  ] as const;
  return (
    <Paper>
      <Alert color="green" variant="light" icon={<IconCircleCheck aria-hidden />} title={t('proof.holds')} role="status" mb="md">
        {t('proof.holdsText')}
      </Alert>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
      <Group mt="md" className="no-print">
        <Button
          component="a"
          href={`/v1/decisions/${encodeURIComponent(id)}/proof`}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('proof.download')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        {t('proof.elsewhere')} <Code>jalon verify {id}.tlog-proof --key …</Code>
      </Text>
    </Paper>
  );
}

/** By which key it was judged; the reader can give the one that the authority published elsewhere, which is then kept. */
function Trusted({ verified: { key, fromServer } }: { readonly verified: Verified }) {
  const { tenant } = useMe();
  const { t } = useTranslation('audit');
  const [kept, keep, forget] = useTrustedKey(tenant);
  const [typed, setTyped] = useState(kept);
  return (
    <Paper>
      <Title order={2} size="h3" mb="xs">
        {t('key.title')}
      </Title>
      <Text mb="xs">{t(fromServer ? 'key.fromServer' : 'key.yours')}</Text>
      <Code block>{key}</Code>
      <form
        className="no-print"
        onSubmit={(event) => {
          event.preventDefault();
          keep(typed.trim());
        }}
      >
        <Group align="flex-end" mt="md">
          <TextInput
            label={t('key.give')}
            placeholder="region.example/demonstration+3a28d3d6+…"
            value={typed}
            onChange={({ currentTarget: { value } }) => setTyped(value)}
            flex={1}
            miw="16rem"
          />
          <Button type="submit" disabled={!typed.trim() || typed.trim() === kept}>
            {t('key.use')}
          </Button>
          {kept && (
            <Button
              variant="default"
              onClick={() => {
                forget();
                setTyped('');
              }}
            >
              {t('key.forget')}
            </Button>
          )}
        </Group>
      </form>
    </Paper>
  );
}
