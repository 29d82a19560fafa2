import { Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import classes from './comparison.module.css';
import { type Reviews, reckon, typedOf } from './marks.ts';
import { useReviewerName } from './reviewer-name.ts';

/** By how much two marks on one criterion have to differ to be pointed at. */
const WIDE = 1.5;

/** Everybody's marks in one table, with where they are far apart. */
export function Comparison({ reviews }: { readonly reviews: Reviews }) {
  const { t } = useTranslation(['review', 'criteria']);
  const { number } = useFormat();
  const nameOf = useReviewerName();
  const { rubric } = reviews;
  const columns = reviews.reviews.map((review, place) => {
    const marks = typedOf(review.marks);
    return { key: review.reviewer ?? String(place), name: nameOf(review, place), marks, total: reckon(marks, reviews).total };
  });
  return (
    <Paper component="section" p={0} className={classes.scrolls}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('review:compared')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('review:criterion')}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rubric.map(({ criterion }) => {
            const given = columns.flatMap(({ marks }) => marks[criterion]?.mark ?? []);
            const isWide = given.length > 1 && Math.max(...given) - Math.min(...given) >= WIDE;
            return (
              <tr key={criterion} data-wide={isWide}>
                <th scope="row">
                  {t(`criteria:${criterion as 'team'}`, { defaultValue: criterion })}
                  {isWide && (
                    <Text span size="xs" className={classes.wide}>
                      {t('review:apart', { by: number(Math.max(...given) - Math.min(...given)) })}
                    </Text>
                  )}
                </th>
                {columns.map(({ key, marks }) => {
                  const mark = marks[criterion]?.mark;
                  return <td key={key}>{mark === undefined ? '–' : number(mark, 1)}</td>;
                })}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('review:total')}</th>
            {columns.map(({ key, total }) => (
              <td key={key}>{number(total, 1)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Paper>
  );
}
