import { Anchor, Badge, Collapse, Group, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../../api/read.ts';
import { useFormat } from '../../../ui/format.ts';
import classes from './ranking.module.css';

type RankedApplication = Answer<'/v1/calls/{id}/ranking'>['selection']['ranking'][number];

interface RankedLineProps {
  readonly ranked: RankedApplication;
  readonly currency: string;
  readonly funderName: (funder: string) => string;
}

/** One application in the ranking; unfolded, how its total comes about: marks, their mean, the points of the criterion, the score, the sum of each block. */
export function RankedLine({ ranked, currency, funderName }: RankedLineProps) {
  const { t } = useTranslation(['call', 'criteria']);
  const { text, money, number } = useFormat();
  const [opened, { toggle }] = useDisclosure();
  const { application, title, rank, total, requested, criteria, blocks, shortfalls, shares } = ranked;
  const name = title ? text(title) : application;
  const nameOf = ({ code, of = '' }: (typeof shortfalls)[number]) =>
    t(`criteria:${code === 'block' ? 'block-' : ''}${of as 'team'}` as 'criteria:team', { defaultValue: of });
  return (
    <li className={classes.line}>
      <div className={classes.head}>
        <Text span fw={700} size="lg" className={classes.rank}>
          {rank ?? '–'}
        </Text>
        <div className={classes.name}>
          <Anchor component={Link} to={`/projects/${application}`} fw={600}>
            {name}
          </Anchor>
          <Text size="sm" c="dimmed" className="tabular">
            {t('call:ranking.asked', { amount: money(requested, currency) })}
            {shares.length > 0 && ` · ${shares.map(({ funder, amount }) => `${funderName(funder)} ${money(amount, currency)}`).join(' + ')}`}
          </Text>
          {shortfalls.length > 0 && (
            <Group gap={4} mt={2}>
              {shortfalls.map((shortfall) => (
                <Badge key={JSON.stringify(shortfall)} color="yellow">
                  {t(`call:ranking.short.${shortfall.code}`, { of: nameOf(shortfall), had: number(shortfall.had), needed: number(shortfall.needed) })}
                </Badge>
              ))}
            </Group>
          )}
        </div>
        <Text span fw={700} size="lg" className="tabular">
          {number(total, 2)}
        </Text>
        <UnstyledButton onClick={toggle} aria-expanded={opened} className={classes.unfold} aria-label={t('call:ranking.unfold', { name })}>
          <IconChevronDown size={18} aria-hidden data-open={opened} />
        </UnstyledButton>
      </div>
      <Collapse expanded={opened}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('call:ranking.criterion')}</th>
              <th scope="col">{t('call:ranking.marks')}</th>
              <th scope="col">{t('call:ranking.mean')}</th>
              <th scope="col">{t('call:ranking.points')}</th>
              <th scope="col">{t('call:ranking.score')}</th>
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ criterion, marks, mean, points, score }) => (
              <tr key={criterion}>
                <th scope="row">{t(`criteria:${criterion as 'team'}`, { defaultValue: criterion })}</th>
                <td>{marks.map((mark) => number(mark)).join(' · ')}</td>
                <td>{number(mean, 2)} / 5</td>
                <td>× {points}</td>
                <td>{number(score, 2)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {blocks.map(({ block, points, score }) => (
              <tr key={block}>
                <th scope="row" colSpan={3}>
                  {t(`criteria:block-${block as 'value'}`, { defaultValue: block })}
                </th>
                <td>{points}</td>
                <td>{number(score, 2)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" colSpan={4}>
                {t('call:ranking.total')}
              </th>
              <td>{number(total, 2)}</td>
            </tr>
          </tfoot>
        </table>
      </Collapse>
    </li>
  );
}
