import { Badge, Paper, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/read.ts';
import { useFormat } from '../../../ui/format.ts';
import classes from '../policy/policy.module.css';

type People = Answer<'/v1/programmes/{id}/people'>;

/** Roles lent for a while, and invitations, with how each stands; nothing where there are none. */
export function Lent({ delegations, invitations }: Pick<People, 'delegations' | 'invitations'>) {
  const { t } = useTranslation(['programme', 'terms']);
  const { day } = useFormat();
  const lines = [
    ...delegations.map(({ delegation, role, delegator, delegate, from, until, inForce }) => ({
      key: delegation,
      what: t('programme:people.lent', { delegator, delegate, role: t(`terms:role.${role}`) }),
      when: t('programme:people.fromTo', { from: day(from), until: day(until) }),
      standing: inForce ? t('programme:people.inForce') : t('programme:people.notInForce'),
      colour: inForce ? 'green' : 'gray',
    })),
    ...invitations.map(({ invitation, role, expiresOn, standing }) => ({
      key: invitation,
      what: t('programme:people.invited', { invitation, role: t(`terms:role.${role}`) }),
      when: t('programme:people.expires', { day: day(expiresOn) }),
      standing: t(`programme:people.invitation.${standing}`),
      colour: standing === 'open' ? 'yellow' : 'gray',
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="lent">
      <Title order={2} size="h3" id="lent" mb="sm">
        {t('programme:people.lentTitle')}
      </Title>
      <Paper p={0} className={classes.scroll}>
        <Table miw={560}>
          <Table.Tbody>
            {lines.map(({ key, what, when, standing, colour }) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={520}>
                  {what}
                </Table.Th>
                <Table.Td>{when}</Table.Td>
                <Table.Td>
                  <Badge color={colour}>{standing}</Badge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </section>
  );
}
