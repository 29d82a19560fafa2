import { FileInput, Progress, Text } from '@mantine/core';
import type { FieldProps } from '@rjsf/utils';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptedFiles, upload } from '../api/upload.ts';
import { useProblemWords } from '../ui/problem.tsx';

/** What a command names a file by. */
interface Attached {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** A file: stored as soon as it is chosen, with its progress; the decision then names its hash, name, type and size. */
export function AttachmentField({ formData, onChange, fieldPathId, schema, required, rawErrors }: FieldProps) {
  const { t } = useTranslation('forms');
  const words = useProblemWords();
  const [sent, setSent] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const attached = formData as Attached | undefined;
  const store = async (file: File | null) => {
    setProblem(undefined);
    if (!file) return onChange(undefined, fieldPathId.path);
    setSent(0);
    try {
      const stored = await upload(file, setSent);
      onChange({ ...stored, name: file.name.slice(0, 200) }, fieldPathId.path);
    } catch (error) {
      setProblem(words(error));
    } finally {
      setSent(undefined);
    }
  };
  return (
    <>
      <FileInput
        id={fieldPathId.$id}
        label={schema.title}
        required={required ?? false}
        error={problem ?? (rawErrors && rawErrors.length > 0 ? rawErrors.join('\n') : undefined)}
        placeholder={attached?.name ?? t('file.choose')}
        accept={acceptedFiles}
        leftSection={<IconPaperclip size={16} aria-hidden />}
        onChange={(file) => void store(file)}
        clearable
        maw={420}
      />
      {sent !== undefined && <Progress value={sent * 100} size="sm" mt={6} maw={420} aria-label={t('file.sending')} />}
      <Text size="xs" c="dimmed" role="status">
        {attached && sent === undefined ? t('file.stored', { hash: attached.hash.slice(0, 12) }) : ''}
      </Text>
    </>
  );
}
