import { IconStarFilled } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import classes from './drawing.module.css';

/** What a part of the drawing shows. */
export interface PartData extends Record<string, unknown> {
  readonly kind: 'finality' | 'heading' | 'evolution' | 'work';
  readonly title: string;
  readonly category?: string;
  readonly role?: string;
  readonly priority?: boolean;
  /** Carries the project. */
  readonly carries?: boolean;
  /** How it stands to the version beside it. */
  readonly change?: 'added' | 'removed' | 'changed' | undefined;
}

/** A part of the drawing: finality, challenge or stakeholder, evolution or work. What its colour says stands there in words too. */
export function Part({ data }: NodeProps) {
  const { kind, title, category, role, priority, carries, change } = data as PartData;
  const { t } = useTranslation(['system', 'fields']);
  return (
    <div className={classes.part} data-kind={kind} data-category={category} data-role={role} data-change={change}>
      {priority && <IconStarFilled size={13} aria-label={t('system:priority')} className={classes.star} />}
      <span>{title}</span>
      {category && (
        <small>
          {t(`fields:choice.${category as 'modelling'}`)}
          {role && ` · ${t(`system:role.${role as 'key'}`)}`}
        </small>
      )}
      {carries && <small>{t('system:carries')}</small>}
      {change && <small className={classes.change}>{t(`system:change.${change}`)}</small>}
      <Handle type="target" position={Position.Top} className={classes.handle} isConnectable={false} />
      <Handle type="source" position={Position.Top} className={classes.handle} isConnectable={false} />
    </div>
  );
}
