import { ActionIcon, Box, Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import {
  type ArrayFieldItemTemplateProps,
  type ArrayFieldTemplateProps,
  buttonId,
  type IconButtonProps,
  type ObjectFieldTemplateProps,
  TranslatableString,
} from '@rjsf/utils';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import classes from './templates.module.css';

/** A group of fields: the outermost without a frame, others as a set with its name. */
function ObjectField({ title, properties, optionalDataControl, fieldPathId, schema }: ObjectFieldTemplateProps) {
  const fields = (
    <Stack gap="md">
      {optionalDataControl}
      {properties
        .filter(({ hidden }) => !hidden)
        .map(({ name, content }) => (
          <Box key={name}>{content}</Box>
        ))}
    </Stack>
  );
  const isItem = /_\d+$/.test(fieldPathId.$id);
  if (fieldPathId.path.length === 0 || isItem || !title) return fields;
  return (
    <Fieldset legend={schema.title ?? title} id={fieldPathId.$id} className={classes.set}>
      {fields}
    </Fieldset>
  );
}

function ArrayField({ title, items, canAdd, onAddClick, fieldPathId, disabled, readonly, registry, uiSchema, required }: ArrayFieldTemplateProps) {
  const { AddButton } = registry.templates.ButtonTemplates;
  return (
    <Fieldset legend={required ? `${title} *` : title} id={fieldPathId.$id} className={classes.set}>
      <Stack gap="sm">
        {items}
        {canAdd && (
          <Group>
            <AddButton
              id={buttonId(fieldPathId, 'add')}
              disabled={disabled || readonly}
              onClick={onAddClick}
              uiSchema={uiSchema}
              registry={registry}
            />
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}

function ArrayItem({ children, index, hasToolbar, buttonsProps, registry }: ArrayFieldItemTemplateProps) {
  const { RemoveButton } = registry.templates.ButtonTemplates;
  return (
    <div className={classes.item}>
      <Text size="sm" c="dimmed" fw={600} className={classes.number} aria-hidden>
        {index + 1}
      </Text>
      <div className={classes.fields}>{children}</div>
      {hasToolbar && buttonsProps.hasRemove && (
        <RemoveButton
          id={buttonId(buttonsProps.fieldPathId, 'remove')}
          disabled={buttonsProps.disabled || buttonsProps.readonly}
          onClick={buttonsProps.onRemoveItem}
          registry={registry}
        />
      )}
    </div>
  );
}

const Add = ({ id, onClick, disabled, registry }: IconButtonProps) => (
  <Button id={id} variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={onClick} disabled={disabled}>
    {registry.translateString(TranslatableString.AddItemButton)}
  </Button>
);

const Remove = ({ id, onClick, disabled, registry }: IconButtonProps) => (
  <ActionIcon
    id={id}
    variant="subtle"
    color="gray"
    onClick={onClick}
    disabled={disabled}
    aria-label={registry.translateString(TranslatableString.RemoveButton)}
  >
    <IconTrash size={16} aria-hidden />
  </ActionIcon>
);

export const templates = {
  ObjectFieldTemplate: ObjectField,
  ArrayFieldTemplate: ArrayField,
  ArrayFieldItemTemplate: ArrayItem,
  ButtonTemplates: { AddButton: Add, RemoveButton: Remove },
};
