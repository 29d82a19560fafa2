import { ActionIcon, Badge, Button, Fieldset, Group, Paper, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import { newKey, useDecide } from '../../../api/decide.ts';
import { isProblem } from '../../../api/problem.ts';
import { Refused } from '../../../forms/refused.tsx';
import { useFieldWords } from '../../../forms/use-field-words.ts';
import { useFormat } from '../../../ui/format.ts';
import { MoneyInput } from '../../../ui/money-input.tsx';
import classes from '../application.module.css';
import { type Member, newIdFrom, planOf } from '../file.ts';
import { useMissingWords } from '../missing-words.ts';
import { Section } from '../section.tsx';
import type { Application } from '../use-application.ts';

/** The organisations that apply together, each with its role and what it spends. Nobody where the holder applies alone. */
export function PartnersSection() {
  const application = useOutletContext<Application>();
  const { file, id, content, missing } = application;
  const { t } = useTranslation('application');
  const { money } = useFormat();
  const words = useMissingWords();
  const remove = useDecide('project/remove-member');
  const open = file.changes === 'draft';
  const lacks = missing.filter(({ section }) => section === 'partners');
  const spent = file.consortium.reduce((sum, { budget = 0 }) => sum + budget, 0);
  return (
    <Section application={application} name="partners">
      <Stack gap="md" id="members" tabIndex={-1}>
        {file.consortium.length > 0 && (
          <Paper p={0} withBorder>
            <ul className={classes.list}>
              {file.consortium.map((member) => (
                <li key={member.member}>
                  <MemberLine
                    member={member}
                    onRemove={open ? () => remove.mutate({ id, input: { member: member.member }, key: newKey() }) : undefined}
                  />
                </li>
              ))}
            </ul>
          </Paper>
        )}
        {spent > 0 && (
          <Text size="sm" c="dimmed" className="tabular">
            {t('partners.spent', { spent: money(spent), needs: money(planOf(content).needs) })}
          </Text>
        )}
        {lacks.map((one) => (
          <Text key={one.code} size="sm" c="red" role="status">
            {words(one)}
          </Text>
        ))}
        {isProblem(remove.error) && <Refused problem={remove.error} />}
        {open ? <AddMember application={application} /> : <Text size="sm">{t('partners.closed')}</Text>}
      </Stack>
    </Section>
  );
}

function MemberLine({
  member: { name, organisation, role, budget },
  onRemove,
}: {
  readonly member: Member;
  readonly onRemove?: (() => void) | undefined;
}) {
  const { t } = useTranslation('application');
  const { money } = useFormat();
  const words = useFieldWords();
  const label = name ?? organisation ?? '';
  return (
    <div className={classes.piece}>
      <Group gap="xs">
        <Text fw={600}>{label}</Text>
        <Badge color={role === 'lead' ? 'pine' : 'gray'}>{words.choice(role, 'role')}</Badge>
      </Group>
      <Group gap="xs" wrap="nowrap">
        {budget !== undefined && <Text className="tabular">{money(budget)}</Text>}
        {onRemove && (
          <ActionIcon variant="subtle" color="gray" aria-label={t('partners.remove', { name: label })} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </div>
  );
}

function AddMember({ application: { id, file } }: { readonly application: Application }) {
  const { t } = useTranslation('application');
  const words = useFieldWords();
  const add = useDecide('project/add-member');
  const hasLead = file.consortium.some(({ role }) => role === 'lead');
  const [typed, setTyped] = useState<{ readonly name: string; readonly role: 'lead' | 'partner'; readonly budget?: number | undefined }>({
    name: '',
    role: hasLead ? 'partner' : 'lead',
  });
  const put = () => {
    const { name, role, budget } = typed;
    const input = { member: newIdFrom(name), name, role, ...(budget !== undefined && { budget }) };
    add.mutate({ id, input, key: newKey() }, { onSuccess: () => setTyped({ name: '', role: 'partner' }) });
  };
  return (
    <Fieldset legend={t('partners.add')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.name.trim() !== '') put();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('partners.name')}
            description={t('partners.nameAbout')}
            value={typed.name}
            onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, name: value }))}
          />
          <Group align="flex-end" gap="md">
            <SegmentedControl
              aria-label={t('partners.role')}
              value={typed.role}
              onChange={(role) => setTyped((before) => ({ ...before, role: role === 'lead' ? 'lead' : 'partner' }))}
              data={[
                { value: 'lead', label: words.choice('lead', 'role'), disabled: hasLead },
                { value: 'partner', label: words.choice('partner', 'role') },
              ]}
            />
            <MoneyInput
              label={t('partners.budget')}
              value={typed.budget}
              onChange={(budget) => setTyped((before) => ({ ...before, budget }))}
              maw={200}
            />
            <Button
              type="submit"
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              loading={add.isPending}
              disabled={typed.name.trim() === ''}
            >
              {t('partners.put')}
            </Button>
          </Group>
          {isProblem(add.error) && <Refused problem={add.error} />}
        </Stack>
      </form>
    </Fieldset>
  );
}
