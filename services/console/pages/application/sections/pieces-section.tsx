import { ActionIcon, Anchor, Badge, Button, FileButton, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconFileText, IconTrash, IconUpload, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router';
import { newKey, useDecide } from '../../../api/decide.ts';
import { isProblem } from '../../../api/problem.ts';
import { acceptedFiles } from '../../../api/upload.ts';
import { Refused } from '../../../forms/refused.tsx';
import { useFieldWords } from '../../../forms/use-field-words.ts';
import classes from '../application.module.css';
import type { Piece, PieceKind } from '../file.ts';
import { Section } from '../section.tsx';
import { useSize } from '../size.ts';
import type { Application } from '../use-application.ts';
import { type Upload, useUploads } from '../use-uploads.ts';

/** The files of the application, kind by kind: those that are usually expected first. */
export function PiecesSection() {
  const application = useOutletContext<Application>();
  const { file, id } = application;
  const { t } = useTranslation('application');
  const { uploads, add, cancel } = useUploads(id);
  const remove = useDecide('project/remove-piece');
  const awaited = file.supplements.find((one) => one.awaited);
  const needed = awaited ? awaited.pieces : file.asked.requiredPieces;
  const kinds: PieceKind[] = [
    ...new Set([...needed, ...file.asked.expectedPieces, ...file.pieces.map(({ kind }) => kind), 'letter-of-support' as const, 'other' as const]),
  ];
  return (
    <Section application={application} name="pieces">
      <Stack gap="md">
        {awaited?.information.map((information) => (
          <Paper key={information} p="sm" withBorder>
            <Text size="sm" c="dimmed">
              {t('supplement.information')}
            </Text>
            <Text>{information}</Text>
          </Paper>
        ))}
        {isProblem(remove.error) && <Refused problem={remove.error} />}
        {kinds.map((kind) => (
          <Kind
            key={kind}
            kind={kind}
            standing={needed.includes(kind) ? 'required' : file.asked.expectedPieces.includes(kind) ? 'expected' : 'free'}
            pieces={file.pieces.filter((piece) => piece.kind === kind)}
            uploads={uploads.filter((upload) => upload.kind === kind)}
            project={id}
            onAdd={(files) => files.forEach((one) => void add(kind, one))}
            onCancel={cancel}
            onRemove={(piece) => remove.mutate({ id, input: { kind, hash: piece.file.hash }, key: newKey() })}
            removable={(piece) => piece.supplement === awaited?.supplement}
          />
        ))}
      </Stack>
    </Section>
  );
}

interface KindProps {
  readonly kind: PieceKind;
  readonly standing: 'required' | 'expected' | 'free';
  readonly pieces: readonly Piece[];
  readonly uploads: readonly Upload[];
  readonly project: string;
  readonly onAdd: (files: readonly File[]) => void;
  readonly onCancel: (upload: Upload) => void;
  readonly onRemove: (piece: Piece) => void;
  readonly removable: (piece: Piece) => boolean;
}

/** The files of one kind; others can be dropped onto it. */
function Kind({ kind, standing, pieces, uploads, project, onAdd, onCancel, onRemove, removable }: KindProps) {
  const { t } = useTranslation('application');
  const words = useFieldWords();
  const size = useSize();
  const [over, setOver] = useState(false);
  const name = words.choice(kind, 'kind');
  return (
    <Paper
      p="sm"
      className={classes.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onAdd([...event.dataTransfer.files]);
      }}
    >
      <div className={classes.piece}>
        <Group gap="xs">
          <Title order={3} size="h4">
            {name}
          </Title>
          {standing !== 'free' && <Badge color={standing === 'required' ? 'red' : 'gray'}>{t(`pieces.${standing}`)}</Badge>}
        </Group>
        <FileButton
          accept={acceptedFiles}
          multiple
          onChange={(files) => onAdd(files)}
          inputProps={{ 'aria-label': t('pieces.choose', { kind: name }) }}
        >
          {(props) => (
            <Button {...props} id={`piece-${kind}`} size="xs" variant="default" leftSection={<IconUpload size={14} aria-hidden />}>
              {t('pieces.add')}
              <span className="visually-hidden">: {name}</span>
            </Button>
          )}
        </FileButton>
      </div>
      {(pieces.length > 0 || uploads.length > 0) && (
        <ul className={classes.list}>
          {pieces.map((piece) => (
            <li key={piece.file.hash}>
              <div className={classes.piece}>
                <Group gap="xs" wrap="nowrap">
                  <IconFileText size={18} stroke={1.5} aria-hidden />
                  <Anchor href={`/v1/projects/${encodeURIComponent(project)}/attachments/${piece.file.hash}`}>{piece.file.name}</Anchor>
                  <Text span size="sm" c="dimmed" className="tabular">
                    {size(piece.file.size)}
                  </Text>
                </Group>
                {removable(piece) && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('pieces.remove', { name: piece.file.name })}
                    onClick={() => onRemove(piece)}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                )}
              </div>
            </li>
          ))}
          {uploads.map((upload) => (
            <li key={upload.key}>
              <UploadLine upload={upload} onCancel={() => onCancel(upload)} />
            </li>
          ))}
        </ul>
      )}
    </Paper>
  );
}

function UploadLine({ upload: { name, sent, problem }, onCancel }: { readonly upload: Upload; readonly onCancel: () => void }) {
  const { t } = useTranslation('application');
  return (
    <>
      <div className={classes.piece}>
        <Text size="sm">{name}</Text>
        <ActionIcon variant="subtle" color="gray" aria-label={t('pieces.cancel', { name })} onClick={onCancel}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      {problem ? (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      ) : (
        <Progress value={sent * 100} size="sm" aria-label={t('pieces.sending', { name })} />
      )}
    </>
  );
}
