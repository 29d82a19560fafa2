import { Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey, useDecide } from '../../api/decide.ts';
import { isProblem } from '../../api/problem.ts';
import { Refused } from '../../forms/refused.tsx';
import { told } from '../../ui/told.ts';
import classes from './ballot.module.css';
import { answers, giversTo, type PointProps, type Vote, whyNoVote } from './sitting.ts';

/** The five answers to whoever votes: one press is a vote, another press before the item is concluded takes its place. Else, why there is none. */
export function Ballot({ sitting, item, person }: PointProps) {
  const { t } = useTranslation('sitting');
  const { mutate, isPending, variables, error } = useDecide('sitting/cast-vote');
  // The same press that is sent again by whoever is not sure is the same vote.
  const pressed = useRef<{ readonly on: Vote; readonly key: string }>(undefined);
  const why = whyNoVote(sitting, item, person);
  if (why === 'concluded' || why === 'not-convened' || why === 'not-open') return null;
  if (why)
    return (
      <Text size="sm" mt="sm" c="dimmed">
        {t(`noVote.${why}`)}
      </Text>
    );
  const mine = item.votes.find(({ voter }) => voter === person)?.on;
  const givers = giversTo(sitting, person).filter(({ recusedFrom, disinterested }) => disinterested && !recusedFrom.includes(item.item));
  const vote = (on: Vote) => {
    if (on === mine) return;
    const { key } = pressed.current?.on === on && error ? pressed.current : { key: newKey() };
    pressed.current = { on, key };
    mutate({ id: sitting.sitting, input: { item: item.item, on }, key }, { onSuccess: () => told(t('voted', { answer: t(`answer.${on}`) })) });
  };
  const label = `vote-${item.item}`;
  return (
    <div className="no-print">
      <Text size="sm" fw={600} mt="sm" mb={6} id={label}>
        {mine ? t('yourVoteChange') : t('yourVote')}
        {givers.length > 0 && ` ${t('withProxy', { person: givers.map((giver) => giver.person).join(', ') })}`}
      </Text>
      <fieldset aria-labelledby={label} className={classes.ballot}>
        {answers.map((answer) => {
          const isSending = isPending && variables?.input.on === answer;
          return (
            <button
              key={answer}
              type="button"
              className={classes.answer}
              aria-pressed={mine === answer}
              data-answer={answer}
              data-sending={isSending}
              disabled={isPending}
              onClick={() => vote(answer)}
            >
              <span className={classes.tick} aria-hidden>
                {mine === answer && <IconCheck size={18} stroke={2.5} />}
              </span>
              {t(`answer.${answer}`)}
            </button>
          );
        })}
      </fieldset>
      {isProblem(error) && (
        <div className={classes.refused}>
          <Refused problem={error} />
        </div>
      )}
    </div>
  );
}
