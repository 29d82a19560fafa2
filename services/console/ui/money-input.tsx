import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface MoneyInputProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  /** In cents. */
  readonly value: number | undefined;
  readonly onChange: (cents: number | undefined) => void;
}

/** Amounts are typed in euros and kept in cents. */
export function MoneyInput({ value, onChange, ...rest }: MoneyInputProps) {
  const { i18n } = useTranslation();
  const french = i18n.language !== 'en';
  return (
    <NumberInput
      {...rest}
      value={value === undefined ? '' : value / 100}
      onChange={(typed) => onChange(typed === '' ? undefined : Math.round(Number(typed) * 100))}
      decimalScale={2}
      decimalSeparator={french ? ',' : '.'}
      thousandSeparator={french ? ' ' : ','}
      suffix={french ? ' €' : ''}
      prefix={french ? '' : '€'}
      hideControls
      allowNegative={false}
    />
  );
}
