import { useTranslation } from 'react-i18next';

/** Who something is for, in words, from the name that narrows by it. */
export function useObliged(): (name: string) => string {
  const { t } = useTranslation(['oversight', 'terms']);
  return (name) => {
    const at = name.indexOf('/');
    const who = name.slice(at + 1);
    if (name.startsWith('role/')) return t(`terms:role.${who as 'reviewer'}`, { defaultValue: who });
    return name.startsWith('funder/') ? t('oversight:due.funder', { funder: who }) : who;
  };
}
