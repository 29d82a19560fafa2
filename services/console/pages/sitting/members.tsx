import { Badge, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Member, Sitting } from './sitting.ts';

interface MembersProps {
  readonly sitting: Sitting;
  readonly person: string;
}

/** Who is convened, with which voice, who came, who declared what, who votes for whom. */
export function Members({ sitting, person }: MembersProps) {
  const { t } = useTranslation('sitting');
  const { members, stage, chair, items } = sitting;
  const titleOf = (item: string) => items.find((one) => one.item === item)?.title ?? item;
  const standing = ({ attending, proxyTo }: Member) => {
    if (proxyTo && !attending) return t('present.proxy', { person: proxyTo });
    if (stage === 'convened') return t('present.awaited');
    return attending ? t('present.here') : t('present.away');
  };
  return (
    <section aria-labelledby="members">
      <Title order={2} size="h3" id="members" mb="sm">
        {t('members')}
      </Title>
      <Paper p={0} style={{ overflowX: 'auto' }} tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.member')}</Table.Th>
              <Table.Th>{t('column.voice')}</Table.Th>
              <Table.Th>{t('column.present')}</Table.Th>
              <Table.Th>{t('column.interest')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map((member) => (
              <Table.Tr key={member.person}>
                <Table.Th scope="row" fw={560}>
                  {member.person} {member.person === person && <Badge color="gray">{t('you')}</Badge>}{' '}
                  {member.person === chair && <Badge>{t('chair')}</Badge>}
                </Table.Th>
                <Table.Td>{t(`voice.${member.voice}`)}</Table.Td>
                <Table.Td>{standing(member)}</Table.Td>
                <Table.Td>
                  {member.disinterested ? t('interest.none') : t('interest.awaited')}
                  {member.recusedFrom.length > 0 && (
                    <Text size="xs" c="dimmed">
                      {t('recusedFrom', { titles: member.recusedFrom.map(titleOf).join(' ; ') })}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </section>
  );
}
