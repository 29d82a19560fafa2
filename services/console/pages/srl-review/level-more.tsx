import { Checkbox, NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classesOfEvidence, type File, type Level, type TypedLevel } from './assessment.ts';
import classes from './level-field.module.css';

interface LevelMoreProps {
  readonly level: Level;
  readonly typed: TypedLevel;
  readonly files: readonly File[];
  readonly onChange: (typed: TypedLevel) => void;
}

/** What evidence rests on and who may read it: files that the project has already, and a class of confidentiality. */
export function LevelMore({ level, typed, files, onChange }: LevelMoreProps) {
  const { t } = useTranslation('srl');
  const cited = typed.attachments ?? [];
  const toggle = (file: File) => {
    const others = cited.filter(({ hash }) => hash !== file.hash);
    onChange({ ...typed, attachments: others.length < cited.length ? others : [...cited, file] });
  };
  return (
    <details className={classes.more}>
      <summary>
        {t('more')}
        {cited.length > 0 && ` · ${t('morePieces', { count: cited.length })}`}
      </summary>
      <Stack gap="xs" mt="xs">
        {files.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('noFiles')}
          </Text>
        ) : (
          <Checkbox.Group label={t('files')} value={cited.map(({ hash }) => hash)}>
            <Stack gap={6} mt={6}>
              {files.map((file) => (
                <Checkbox key={file.hash} value={file.hash} label={file.name} onChange={() => toggle(file)} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <NativeSelect
          label={t('confidentiality')}
          aria-label={`${t('confidentiality')} (${level})`}
          value={typed.confidentiality ?? 'assessors'}
          onChange={({ currentTarget: { value } }) => onChange({ ...typed, confidentiality: classesOfEvidence.find((one) => one === value) })}
          data={classesOfEvidence.map((value) => ({ value, label: t(`who.${value}`) }))}
          maw="24rem"
        />
      </Stack>
    </details>
  );
}
