import { Badge, Group, List, Stack, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { DecideButton } from '../../forms/decide-button.tsx';
import { useFieldWords } from '../../forms/use-field-words.ts';
import { Block } from '../../ui/block.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useNewId } from '../../ui/use-new-id.ts';
import { Cycles } from './cycles.tsx';
import { Hypotheses } from './hypotheses.tsx';
import type { Experiments, Protocol } from './protocol.ts';
import { Steps } from './steps.tsx';

/** The experimentation of a project: key functions, then each protocol with its six steps, its hypotheses and its cycles. */
export function ExperimentPart() {
  const { id = '' } = useParams();
  const all = useNeeded('/v1/projects/{id}/experiment', { path: { id } });
  const { t } = useTranslation('experiment');
  const protocol = useNewId('protocol', all.protocols.length);
  const open = all.canWrite && all.keyFunctions.length > 0 && (
    <DecideButton id={id} command="open-protocol" version={all.version} given={{ protocol }}>
      {t('open')}
    </DecideButton>
  );
  return (
    <Stack gap="lg">
      <KeyFunctions all={all} />
      {all.protocols.length === 0 ? (
        <Empty icon={IconFlask} title={t('none')} text={t(all.keyFunctions.length === 0 ? 'noneFirst' : 'noneText')}>
          {open}
        </Empty>
      ) : (
        <>
          {all.protocols.map((one) => (
            <ProtocolBlock key={one.protocol} all={all} protocol={one} />
          ))}
          <Group className="no-print">{open}</Group>
        </>
      )}
    </Stack>
  );
}

/** What the innovation has to do to be itself, the one to test first at the head. */
function KeyFunctions({ all: { project, version, keyFunctions, canWrite } }: { readonly all: Experiments }) {
  const { t } = useTranslation('experiment');
  const name = canWrite && (
    <DecideButton id={project} command="name-key-functions" version={version} initial={keyFunctions.length > 0 ? { keyFunctions } : undefined}>
      {t(keyFunctions.length > 0 ? 'changeKeyFunctions' : 'nameKeyFunctions')}
    </DecideButton>
  );
  return (
    <Block title={t('keyFunctions')} action={name}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('keyFunctionsAbout')}
      </Text>
      {keyFunctions.length > 0 && (
        <List type="ordered" spacing={4}>
          {keyFunctions.map(({ id, title, description }) => (
            <List.Item key={id}>
              <Text span fw={600}>
                {title}
              </Text>
              {description && (
                <Text size="sm" c="dimmed">
                  {description}
                </Text>
              )}
            </List.Item>
          ))}
        </List>
      )}
    </Block>
  );
}

function ProtocolBlock({ all, protocol }: { readonly all: Experiments; readonly protocol: Protocol }) {
  const { t } = useTranslation('experiment');
  const words = useFieldWords();
  const { project, version, canWrite } = all;
  const { hypotheses: _, cycles: __, underWay: ___, ...frame } = protocol;
  const named = (id: string) => all.keyFunctions.find((one) => one.id === id)?.title ?? id;
  const revise = canWrite && (
    <DecideButton
      id={project}
      command="revise-protocol"
      version={version}
      given={{ protocol: protocol.protocol }}
      initial={frame}
      about={protocol.protocol}
      of={protocol.title}
      variant="subtle"
    >
      {t('revise')}
    </DecideButton>
  );
  return (
    <Block title={protocol.title} action={revise}>
      <Group gap="xs" mb="md">
        <Badge>{words.choice(protocol.stage, 'stage')}</Badge>
        <Badge color="gray">{words.choice(protocol.perimeter, 'perimeter')}</Badge>
        <Text size="sm" c="dimmed">
          {protocol.keyFunctions.map(named).join(' · ')}
        </Text>
      </Group>
      <Steps protocol={protocol} />
      {[...protocol.methods, ...protocol.researchNeeds].map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      <Hypotheses all={all} protocol={protocol} />
      <Cycles all={all} protocol={protocol} />
    </Block>
  );
}
