import { FileInput, NumberInput, Text, Textarea, TextInput } from '@mantine/core';
import type { RegistryWidgetsType, WidgetProps } from '@rjsf/utils';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../api/client.ts';
import { MoneyInput } from '../ui/money-input.tsx';
import { useProblemWords } from '../ui/problem.tsx';

const errorOf = ({ rawErrors }: WidgetProps): string | undefined => (rawErrors && rawErrors.length > 0 ? rawErrors.join('\n') : undefined);
const common = (props: WidgetProps) => ({
  id: props.id,
  label: props.label,
  required: props.required,
  disabled: props.disabled || props.readonly,
  error: errorOf(props),
});

const Money = (props: WidgetProps) => (
  <MoneyInput {...common(props)} value={props.value === undefined ? undefined : Number(props.value)} onChange={props.onChange} maw={240} />
);

/** Shares are typed in percent and kept in basis points. */
const Share = (props: WidgetProps) => (
  <NumberInput
    {...common(props)}
    value={props.value === undefined ? '' : Number(props.value) / 100}
    onChange={(value) => props.onChange(value === '' ? undefined : Math.round(Number(value) * 100))}
    decimalScale={2}
    suffix=" %"
    min={0}
    max={100}
    hideControls
    maw={160}
  />
);

const Day = (props: WidgetProps) => (
  <TextInput
    {...common(props)}
    type="date"
    value={props.value ?? ''}
    onChange={({ currentTarget: { value } }) => props.onChange(value || undefined)}
    maw={200}
  />
);

/** An instant, typed in the reader's own zone and kept as ISO 8601. */
function Moment(props: WidgetProps) {
  const local = (at: string) => {
    const date = new Date(at);
    return Number.isNaN(date.getTime()) ? '' : new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  };
  return (
    <TextInput
      {...common(props)}
      type="datetime-local"
      value={props.value ? local(String(props.value)) : ''}
      onChange={({ currentTarget: { value } }) => props.onChange(value ? new Date(value).toISOString() : undefined)}
      maw={260}
    />
  );
}

const Prose = (props: WidgetProps) => (
  <Textarea
    {...common(props)}
    value={props.value ?? ''}
    onChange={({ currentTarget: { value } }) => props.onChange(value === '' ? undefined : value)}
    autosize
    minRows={3}
    maxRows={18}
  />
);

/** A file is stored at once, and the decision names its hash. */
function File(props: WidgetProps) {
  const { t } = useTranslation('forms');
  const words = useProblemWords();
  const [state, setState] = useState<{ readonly busy?: boolean; readonly problem?: string; readonly name?: string }>({});
  const store = async (file: globalThis.File | null) => {
    if (!file) return props.onChange(undefined);
    setState({ busy: true, name: file.name });
    try {
      const stored = await send('/v1/attachments', { method: 'POST', body: file, headers: { 'content-type': file.type } });
      props.onChange(((await stored.json()) as { readonly hash: string }).hash);
      setState({ name: file.name });
    } catch (error) {
      setState({ problem: words(error) });
    }
  };
  const { label, error, ...rest } = common(props);
  return (
    <>
      <FileInput
        {...rest}
        label={label}
        error={state.problem ?? error}
        placeholder={t('file.choose')}
        leftSection={<IconPaperclip size={16} aria-hidden />}
        onChange={(file) => void store(file)}
        clearable
        maw={420}
      />
      <Text size="xs" c="dimmed" role="status">
        {state.busy && !props.value ? t('file.sending') : props.value ? t('file.stored', { hash: String(props.value).slice(0, 12) }) : ''}
      </Text>
    </>
  );
}

export const widgets: RegistryWidgetsType = { money: Money, share: Share, day: Day, moment: Moment, prose: Prose, file: File };
