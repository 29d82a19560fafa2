import { Button, Group, TagsInput, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUsersGroup, IconWand } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useNeeded } from '../../api/read.ts';
import { useHolds } from '../../api/session.ts';
import { Empty } from '../../ui/empty.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import { ApplicationList } from './application-list.tsx';
import { PlanModal } from './plan-modal.tsx';
import { ProposalList } from './proposal-list.tsx';
import { plan, proposalsFor } from './proposals.ts';
import classes from './reviewers.module.css';
import { useAssigning } from './use-assigning.ts';

/** Who reviews what in this call. Up and down choose an application, a digit assigns the reviewer of that rank. */
export function ReviewersPart() {
  const { id = '' } = useParams();
  const { t } = useTranslation('reviewers');
  const assignments = useNeeded('/v1/calls/{id}/assignments', { path: { id } });
  const { applications, reviewers, perApplication } = assignments;
  const isAdministrator = useHolds('administrator');
  const [chosen, setChosen] = useState<string>();
  const [topics, setTopics] = useState<string[]>([]);
  const [opened, { open, close }] = useDisclosure();
  const { assign, assignAll, busy, progress, problem } = useAssigning();
  const application = applications.find(({ project }) => project === chosen) ?? applications.find(({ missing }) => missing > 0) ?? applications[0];
  const proposals = useMemo(() => (application ? proposalsFor(application, reviewers, topics) : []), [application, reviewers, topics]);
  const planned = useMemo(() => plan(assignments, topics), [assignments, topics]);
  const known = useMemo(() => [...new Set(reviewers.flatMap((reviewer) => reviewer.topics))].sort(), [reviewers]);
  const missing = applications.reduce((sum, one) => sum + one.missing, 0);
  if (!application) return <Empty icon={IconUsersGroup} title={t('none')} text={t('noneText')} />;

  /** By the place that is read beside the name. */
  const assignRank = (rank: number) => {
    const proposal = proposals[rank - 1];
    if (isAdministrator && !busy && proposal && proposal.barred === undefined)
      assign({ project: application.project, title: application.title, person: proposal.reviewer.person });
  };
  return (
    <>
      {problem !== undefined && <ProblemNote error={problem} />}
      <Group justify="space-between" mb="md" align="flex-end">
        <div>
          <Text fw={600} role="status">
            {missing === 0 ? t('complete') : t('missing', { count: missing })}
          </Text>
          <Text size="sm" c="dimmed">
            {t('rule', { count: perApplication })} {isAdministrator && t('keys')}
          </Text>
        </div>
        <Group className="no-print">
          <TagsInput
            aria-label={t('topics')}
            placeholder={topics.length === 0 ? t('topics') : ''}
            data={known}
            value={topics}
            onChange={setTopics}
            w={280}
          />
          {isAdministrator && (
            <Button leftSection={<IconWand size={16} aria-hidden />} onClick={open} disabled={planned.length === 0}>
              {t('proposeAll')}
            </Button>
          )}
        </Group>
      </Group>
      <div className={classes.columns}>
        <ApplicationList applications={applications} chosen={application.project} onChoose={setChosen} onRank={assignRank} />
        <ProposalList application={application} proposals={proposals} busy={busy} onAssign={isAdministrator ? assignRank : undefined} />
      </div>
      <PlanModal
        opened={opened}
        planned={planned}
        progress={progress}
        onClose={close}
        onConfirm={async () => {
          await assignAll(planned);
          close();
        }}
      />
    </>
  );
}
