import { Form as TaroForm } from '@tarojs/components'
import type { FormProps } from './form.types'

export function Form({ className, onSubmit, children }: FormProps) {
  return (
    <TaroForm {...(className !== undefined && { className })} onSubmit={() => onSubmit()}>
      {children}
    </TaroForm>
  )
}
